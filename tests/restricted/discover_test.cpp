#include "discover.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "catch2.h"
#include "diagnostic_printer.h"
#include "temp_folder.h"

namespace opsg::restricted::testing {
namespace {

namespace fs = std::filesystem;

class SiteFolder {
 public:
  SiteFolder() { write("site.toml", "title = \"x\"\n"); }

  void write(const fs::path& path, std::string_view bytes) {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << bytes;
  }
  void link(const fs::path& path, const fs::path& target) {
    fs::create_directories((folder_ / path).parent_path());
    fs::create_symlink(target, folder_ / path);
  }

  std::string files() {
    auto tree = discover(folder_.path(), 2, diagnostics_);
    REQUIRE(tree);
    std::string out;
    for (const SourceFile& file : tree->files) out += std::string(file.path.view()) + "\n";
    return out;
  }
  std::string diagnostics() {
    diagnostics_.sort();
    return format_diagnostics(diagnostics_, {});
  }
  const opsg::testing::TempFolder& folder() const { return folder_; }

 private:
  opsg::testing::TempFolder folder_;
  Diagnostics diagnostics_;
};

TEST_CASE("A site's files are found, sorted by path") {
  SiteFolder site;
  site.write("content/pages/b.md", "b");
  site.write("content/pages/a.md", "a");
  site.write("content/pages-x/a.md", "a");
  site.write("public/index.html", "no source");
  CHECK(site.files() ==
        "content/pages-x/a.md\ncontent/pages/a.md\ncontent/pages/b.md\nsite.toml\n");
  CHECK(site.diagnostics() == "");
}

TEST_CASE("Hidden files and editors' backups are no sources") {
  SiteFolder site;
  for (const char* name : {".hidden.md", "a.md~", "#a.md#", ".git/config", ".#a.md"}) {
    site.write(fs::path("content/pages") / name, "x");
  }
  CHECK(site.files() == "site.toml\n");
  CHECK(site.diagnostics() == "");
}

TEST_CASE("Links that leave the site, to folders and to nothing are errors") {
  SiteFolder site;
  site.write("content/pages/a.md", "a");
  site.write("secret.md", "outside of content");
  site.link("content/pages/dangling.md", "nothing.md");
  site.link("content/pages/folder", "../pages");
  site.link("content/pages/hosts", "/etc/hostname");
  site.link("content/pages/inside.md", "a.md");
  site.link("content/pages/up.md", "../../secret.md");
  CHECK(site.files() == "content/pages/a.md\ncontent/pages/inside.md\nsite.toml\n");
  CHECK(site.diagnostics() ==
        R"(content/pages/dangling.md: error[symlink]: a symbolic link to nothing
  help: put the file itself here

content/pages/folder: error[symlink]: a symbolic link to a folder
  help: put the file itself here

content/pages/hosts: error[symlink]: a symbolic link that leaves the site
  help: put the file itself here

content/pages/up.md: error[symlink]: a symbolic link that leaves the site
  help: put the file itself here

)");
}

TEST_CASE("Names that cannot be printed or written elsewhere are errors") {
  SiteFolder site;
  site.write("content/pages/a\\b.md", "x");
  site.write("content/pages/bell\x07.md", "x");
  site.write("content/pages/latin\xE9.md", "x");
  CHECK(site.files() == "site.toml\n");
  CHECK(
      site.diagnostics() ==
      "content/pages: error[file-name]: `a\\b.md` is no name for a file of the site\n"
      "  help: rename it: names are UTF-8 without control characters and backslashes\n\n"
      "content/pages: error[file-name]: `bell\xEF\xBF\xBD.md` is no name for a file of the site\n"
      "  help: rename it: names are UTF-8 without control characters and backslashes\n\n"
      "content/pages: error[file-name]: `latin\xEF\xBF\xBD.md` is no name for a file of the site\n"
      "  help: rename it: names are UTF-8 without control characters and backslashes\n\n");
}

TEST_CASE("A text file has a limit, an attachment a larger one") {
  SiteFolder site;
  const std::string large(16 * 1024 * 1024 + 1, 'x');
  site.write("content/pages/large.md", large);
  site.write("content/pages/large.pdf", large);
  CHECK(site.files() == "content/pages/large.pdf\nsite.toml\n");
  CHECK(site.diagnostics() ==
        R"(content/pages/large.md: error[file-too-large]: the file is larger than 16 MiB
  help: split it, or keep it elsewhere and link to it

)");
}

TEST_CASE("What is neither file nor folder is an error, and does not block") {
  SiteFolder site;
  fs::create_directories(site.folder() / "content");
  REQUIRE(::mkfifo((site.folder() / "content/pipe").c_str(), 0600) == 0);
  CHECK(site.files() == "site.toml\n");
  CHECK(site.diagnostics() == R"(content/pipe: error[file-special]: neither a file nor a folder
  help: remove it: a site holds files only

)");
}

TEST_CASE("A folder that cannot be read is a failure") {
  Diagnostics diagnostics;
  CHECK_FALSE(discover("/nonexistent/site", 2, diagnostics));

  SiteFolder site;
  site.write("content/pages/a.md", "a");
  if (::geteuid() == 0) return;  // Root reads everything.
  fs::permissions(site.folder() / "content/pages/a.md", fs::perms::none);
  CHECK_FALSE(discover(site.folder().path(), 2, diagnostics));
}

}  // namespace
}  // namespace opsg::restricted::testing
