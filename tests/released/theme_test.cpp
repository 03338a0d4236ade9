#include "theme.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch2.h"
#include "diagnostic_printer.h"
#include "temp_folder.h"
#include "theme_facts.h"

namespace opsg::released {
namespace {

using Catch::Matchers::StartsWith;
using opsg::testing::TempFolder;

std::vector<ThemeFile> plain_files() {
  Diagnostics diagnostics;
  auto files = read_theme_folder("themes/plain", "themes/plain", diagnostics);
  REQUIRE(files);
  REQUIRE(diagnostics.items().empty());
  return *files;
}

ThemeFile override_of(std::string path, std::string bytes) {
  SourcePath origin("overrides/" + path);
  return {std::move(path), std::move(bytes), std::move(origin)};
}

/// The plain theme with some files of a site over it.
ThemeFiles plain_with(std::vector<ThemeFile> overrides) {
  ThemeFiles theme{"plain", plain_files()};
  lay_over(theme, std::move(overrides));
  return theme;
}

std::string findings(const ThemeFiles& theme) {
  Diagnostics diagnostics;
  make_theme(theme, diagnostics);
  diagnostics.sort();
  return format_diagnostics(diagnostics, {});
}

void put(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE("an asset's name changes with its bytes, and its hash is what browsers compute") {
  const ThemeAsset empty = make_theme_asset("assets/site.css", "");
  CHECK(empty.path == "assets/site.e3b0c44298fc.css");
  // printf '' | openssl dgst -sha384 -binary | base64
  CHECK(empty.integrity ==
        "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
  CHECK(make_theme_asset("assets/site.css", "a").path != empty.path);
  CHECK(make_theme_asset("assets/v1.2/font", "").path == "assets/v1.2/font.e3b0c44298fc");
}

TEST_CASE("assets that theme.toml lists are written by their fingerprinted names alone") {
  Diagnostics diagnostics;
  const auto theme = make_theme(
      plain_with({override_of("theme.toml",
                              "stylesheets = [\"a.css\"]\nicon = \"i.svg\"\n"
                              "[pages.meeting]\nscripts = [\"m.js\"]\n"),
                  override_of("assets/a.css", "body{}"), override_of("assets/i.svg", "<svg/>"),
                  override_of("assets/m.js", ";"), override_of("assets/font.woff2", "f")}),
      diagnostics);
  REQUIRE(theme);
  std::vector<std::string> paths;
  for (const RenderedFile& file : theme->assets) paths.push_back(file.path);
  const auto has = [&](const std::string& path) {
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  };
  REQUIRE(theme->on_every_page.stylesheets.size() == 1);
  CHECK(has(theme->on_every_page.stylesheets[0].path));
  CHECK_FALSE(has("assets/a.css"));
  CHECK(has("assets/font.woff2"));
  REQUIRE(theme->icon);
  CHECK(has(theme->icon->path));
  REQUIRE(theme->assets_of_template("meeting.html").scripts.size() == 1);
  CHECK_THAT(theme->assets_of_template("meeting.html").scripts[0].path, StartsWith("assets/m."));
  CHECK(theme->assets_of_template("home.html").scripts.empty());
}

TEST_CASE("a file of the site takes the place of the theme's, and its errors name it") {
  CHECK(findings(plain_with({override_of("templates/404.html", "<h1>{{page.title}}</h1>\n")})) ==
        "");
  CHECK_THAT(findings(plain_with({override_of("templates/404.html", "{{page.titel}}")})),
             StartsWith("overrides/templates/404.html:1:1: error[template-unknown-name]"));
}

TEST_CASE("a template that no page uses is told, unless it came with the program") {
  CHECK(findings(plain_with({override_of("templates/hom.html", "x")})) ==
        "overrides/templates/hom.html: warning[theme-unused-template]: no page uses this template\n"
        "  help: did you mean `home.html`?\n\n");
  ThemeFile built_in = override_of("templates/hom.html", "x");
  built_in.built_in = true;
  CHECK(findings(plain_with({built_in})) == "");
}

TEST_CASE("theme.toml is held to what it may say") {
  CHECK(findings(plain_with({override_of("theme.toml",
                                         "icon = \"none.svg\"\n[pages.meting]\nscripts = []\n"
                                         "[pages.meeting]\nscript = []\n")})) ==
        "overrides/theme.toml:1:8: error[theme-asset-missing]: the theme has no file "
        "`assets/none.svg`\n"
        "  help: add the file, or take it out of theme.toml\n\n"
        "overrides/theme.toml:2:8: error[theme-page-unknown]: no page is rendered by a template "
        "`meting`\n"
        "  help: did you mean `meeting`?\n\n"
        "overrides/theme.toml:5:1: error[unknown-key]: unknown key `script`\n"
        "  help: did you mean `scripts`?\n\n");
}

TEST_CASE("an asset out of the assets folder cannot be named") {
  CHECK_THAT(
      findings(plain_with({override_of("theme.toml", "scripts = [\"../templates/home.html\"]\n")})),
      StartsWith("overrides/theme.toml:1:11: error[theme-asset-missing]"));
}

TEST_CASE("only plain files of a theme's folder are read") {
  const TempFolder folder;
  put(folder / "theme.toml", "");
  put(folder / "README.md", "not the theme's");
  put(folder / "assets/.hidden.css", "x");
  put(folder / "assets/a b.css", "x");
  put(folder / "templates/home.html", "x");
  std::filesystem::create_symlink("/etc/passwd", folder / "assets/link.css");
  std::filesystem::create_directory_symlink("/etc", folder / "assets/etc");
  Diagnostics diagnostics;
  const auto files = read_theme_folder(folder.path(), "themes/x", diagnostics);
  REQUIRE(files);
  REQUIRE(files->size() == 2);
  CHECK((*files)[0].path == "templates/home.html");
  CHECK((*files)[0].origin.view() == "themes/x/templates/home.html");
  diagnostics.sort();
  CHECK(format_diagnostics(diagnostics, {}) ==
        "themes/x/assets/a b.css: error[file-name]: the name has characters that an address may "
        "not have\n"
        "  help: rename it, with letters, digits, `-`, `_` and `.` only\n\n"
        "themes/x/assets/etc: error[symlink]: a symbolic link\n"
        "  help: put the file itself here\n\n"
        "themes/x/assets/link.css: error[symlink]: a symbolic link\n"
        "  help: put the file itself here\n\n");
}

TEST_CASE("a theme's name of another it inherits is read, whatever else is wrong") {
  const auto inherited = [](std::string toml) {
    return inherited_theme({"x", {override_of("theme.toml", std::move(toml))}}).name;
  };
  CHECK(inherited("inherits = \"plain\"\n") == "plain");
  CHECK(inherited("inherits = 3\n").empty());
  CHECK(inherited("inherits = \n").empty());
  CHECK(inherited_theme({"x", {}}).name.empty());
}

}  // namespace
}  // namespace opsg::released
