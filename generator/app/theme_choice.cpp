#include "theme_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "plain_theme.h"
#include "site_setting.h"
#include "theme_facts.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOwnTheme = "plain";

/// A theme's name, and where it is written.
using NamedTheme = released::InheritedTheme;

NamedTheme theme_named_in(const SourceTree& tree) {
  const auto theme = site_setting(tree, "theme");
  if (!theme || theme->string()->find_first_of("/\\.") != std::string::npos) {
    return {std::string(kOwnTheme), {}};
  }
  return {*theme->string(), theme->span()};
}

/// By path, as a theme's files always are.
std::vector<released::ThemeFile> own_theme_files() {
  std::vector<released::ThemeFile> files;
  for (const embedded::EmbeddedFile& file : embedded::plain_theme()) {
    files.push_back({std::string(file.path), std::string(file.bytes),
                     SourcePath(fmt::format("themes/{}/{}", kOwnTheme, file.path)), true});
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

/// Finds a theme with all that it inherits, the site's own folders first.
class ThemeSearch {
 public:
  ThemeSearch(const fs::path& root, Diagnostics& diagnostics)
      : root_(root), diagnostics_(diagnostics) {}

  Result<released::ThemeFiles> find(const NamedTheme& named) {
    released::ThemeFiles theme = own_or_empty(named.name);
    const bool is_own = !theme.files.empty();
    auto files = read(fmt::format("themes/{}", named.name));
    if (!files) return tl::unexpected(files.error());
    if (files->empty() && !is_own) {
      report_missing(named);
      return own_or_empty(kOwnTheme);
    }
    released::lay_over(theme, std::move(*files));
    return with_inherited(std::move(theme));
  }

  /// The files of a folder of the site, which may be missing.
  Result<std::vector<released::ThemeFile>> read(const std::string& site_path) {
    std::error_code error;
    if (!fs::is_directory(root_ / site_path, error)) return std::vector<released::ThemeFile>{};
    return released::read_theme_folder(root_ / site_path, site_path, diagnostics_);
  }

 private:
  static released::ThemeFiles own_or_empty(std::string_view name) {
    released::ThemeFiles theme{std::string(name), {}};
    if (name == kOwnTheme) theme.files = own_theme_files();
    return theme;
  }

  Result<released::ThemeFiles> with_inherited(released::ThemeFiles theme) {
    seen_.insert(theme.name);
    const NamedTheme inherited = released::inherited_theme(theme);
    if (inherited.name.empty()) return theme;
    if (seen_.contains(inherited.name)) {
      diagnostics_
          .error("theme-cycle", inherited.span,
                 fmt::format("theme `{}` inherits from itself", inherited.name))
          .with_help(fmt::format("write inherits = \"{}\"", kOwnTheme));
      return theme;
    }
    auto base = find(inherited);
    if (!base) return base;
    base->name = theme.name;
    released::lay_over(*base, std::move(theme.files));
    return base;
  }

  void report_missing(const NamedTheme& named) {
    diagnostics_
        .error("theme-missing", named.span, fmt::format("there is no theme `{}`", named.name))
        .with_help(
            fmt::format("put it into themes/{}/, or write theme = \"{}\"", named.name, kOwnTheme));
  }

  const fs::path& root_;
  Diagnostics& diagnostics_;
  std::set<std::string> seen_;
};

}  // namespace

Result<released::ThemeFiles> choose_theme(const fs::path& root, const SourceTree& tree,
                                          Diagnostics& diagnostics) {
  ThemeSearch search(root, diagnostics);
  auto theme = search.find(theme_named_in(tree));
  if (!theme) return theme;
  auto overrides = search.read("overrides");
  if (!overrides) return tl::unexpected(overrides.error());
  released::lay_over(*theme, std::move(*overrides));
  return theme;
}

}  // namespace opsg::app
