#include "output_place.h"

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "catch2.h"
#include "output_test_support.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::OutputSite;

/// "" where the site's output may be put there.
std::string refusal(const OutputSite& site, const fs::path& folder) {
  OutputTarget target = site.target();
  target.folder = folder;
  const auto place = resolve_place(target);
  return place ? std::string() : site.error_of(place.error());
}

/// For its lifetime the working directory is another.
class WorkingDirectory {
 public:
  explicit WorkingDirectory(const fs::path& path) : before_(fs::current_path()) {
    fs::current_path(path);
  }
  ~WorkingDirectory() { fs::current_path(before_); }

 private:
  fs::path before_;
};

/// For its lifetime $HOME is another.
class Home {
 public:
  explicit Home(const fs::path& path) : before_(::getenv("HOME") ? ::getenv("HOME") : "") {
    ::setenv("HOME", path.c_str(), 1);
  }
  ~Home() { ::setenv("HOME", before_.c_str(), 1); }

 private:
  std::string before_;
};

TEST_CASE("a folder of the site or elsewhere may be written") {
  const OutputSite site;
  CHECK(refusal(site, site.root() / "public") == "");
  CHECK(refusal(site, site.root() / "public/") == "");
  CHECK(refusal(site, site.root() / "content/../public") == "");
  CHECK(refusal(site, site.root() / "contents") == "");
  fs::create_directory(site.root() / "public");
  CHECK(refusal(site, site.root() / "public") == "");
  CHECK(refusal(site, site.root() / "public/.") == "");
  const testing::TempFolder elsewhere;
  CHECK(refusal(site, elsewhere / "www") == "");
}

TEST_CASE("a relative path is one below the working directory") {
  const OutputSite site;
  const WorkingDirectory directory(site.root());
  CHECK(refusal(site, "public") == "");
  CHECK(refusal(site, "./public/") == "");
  CHECK(refusal(site, ".") == "refused: cannot build into .: it is the site's folder");
  CHECK(refusal(site, "content") == "refused: cannot build into content: it is the content folder");
}

TEST_CASE("the site's folders and what holds them are never written") {
  const OutputSite site;
  CHECK(refusal(site, site.root()) == "refused: cannot build into SITE: it is the site's folder");
  CHECK(refusal(site, site.root().parent_path()) == "refused: cannot build into " +
                                                        site.root().parent_path().string() +
                                                        ": it contains the site's folder");
  CHECK(refusal(site, site.root() / "content") ==
        "refused: cannot build into SITE/content: it is the content folder");
  CHECK(refusal(site, site.root() / "content/new") ==
        "refused: cannot build into SITE/content/new: it lies in the content folder");
  CHECK(refusal(site, site.root() / "public/../themes/") ==
        "refused: cannot build into SITE/public/../themes/: SITE/public/..: No such file or "
        "directory");
  CHECK(refusal(site, site.root() / "themes/") ==
        "refused: cannot build into SITE/themes/: it is the themes folder");
  CHECK(refusal(site, site.root() / "content/..") ==
        "refused: cannot build into SITE/content/..: it is the site's folder");
}

TEST_CASE("the root of the file system and the home folder are never written") {
  const OutputSite site;
  const testing::TempFolder elsewhere;
  fs::create_directories(elsewhere / "home/ann");
  const Home home(elsewhere / "home/ann");
  OutputTarget target{"/", {}};
  CHECK(resolve_place(target).error().message ==
        "cannot build into /: it is the root of the file system");
  target.folder = elsewhere / "home/ann";
  CHECK(resolve_place(target).error().message ==
        "cannot build into " + target.folder.string() + ": it is your home folder");
  target.folder = elsewhere / "home";
  CHECK(resolve_place(target).error().message ==
        "cannot build into " + target.folder.string() + ": it contains your home folder");
  target.folder = elsewhere / "home/ann/public";
  CHECK(resolve_place(target));
}

TEST_CASE("symbolic links on the way are resolved, and none may be the output folder") {
  const OutputSite site;
  const testing::TempFolder elsewhere;
  fs::create_directory_symlink(site.root() / "content", elsewhere / "c");
  fs::create_directory_symlink(site.root(), elsewhere / "s");
  fs::create_directory_symlink("nowhere", elsewhere / "dangling");
  const std::string shown = "refused: cannot build into " + elsewhere.path().string();
  CHECK(refusal(site, elsewhere / "c") == shown + "/c: it is a symbolic link");
  CHECK(refusal(site, elsewhere / "c/") == shown + "/c/: it is a symbolic link");
  CHECK(refusal(site, elsewhere / "dangling") == shown + "/dangling: it is a symbolic link");
  CHECK(refusal(site, elsewhere / "c/new") == shown + "/c/new: it lies in the content folder");
  CHECK(refusal(site, elsewhere / "s/content") == shown + "/s/content: it is the content folder");
  CHECK(refusal(site, elsewhere / "c/.") == shown + "/c/.: it is the content folder");
  CHECK(refusal(site, elsewhere / "s/public") == "");
}

TEST_CASE("a protected folder that is a symbolic link protects what it leads to") {
  const OutputSite site;
  const testing::TempFolder elsewhere;
  fs::create_directory(elsewhere / "records");
  fs::remove(site.root() / "content");
  fs::create_directory_symlink(elsewhere / "records", site.root() / "content");
  CHECK(refusal(site, elsewhere / "records") == "refused: cannot build into " +
                                                    (elsewhere / "records").string() +
                                                    ": it is the content folder");
}

TEST_CASE("a protected folder need not exist") {
  const OutputSite site;
  fs::remove(site.root() / "themes");
  CHECK(refusal(site, site.root() / "public") == "");
  CHECK(refusal(site, site.root() / "themes") ==
        "refused: cannot build into SITE/themes: it is the themes folder");
}

TEST_CASE("what is no folder, or has none to be in, is refused") {
  const OutputSite site;
  testing::write(site.root() / "file", "");
  CHECK(refusal(site, site.root() / "file") ==
        "refused: cannot build into SITE/file: it is not a folder");
  CHECK(refusal(site, site.root() / "a/b") ==
        "refused: cannot build into SITE/a/b: SITE/a: No such file or directory");
  CHECK(refusal(site, site.root() / "file/b") ==
        "refused: cannot build into SITE/file/b: SITE/file: Not a directory");
  CHECK(refusal(site, "") == "refused: the output folder has no name");
}

TEST_CASE("one output folder cannot lie in another") {
  const OutputSite site;
  REQUIRE(site.publish({{"index.html", "a"}}));
  CHECK(refusal(site, site.folder() / "members") ==
        "refused: cannot build into SITE/public/members: it lies inside SITE/public, which holds "
        "another site");
  CHECK(refusal(site, site.standby() / "members") ==
        "refused: cannot build into SITE/.public.opsg-standby/members: it lies inside "
        "SITE/.public.opsg-standby, which holds another site");
  CHECK(refusal(site, site.standby()) ==
        "refused: cannot build into SITE/.public.opsg-standby: its name is kept for standby trees");
}

}  // namespace
}  // namespace opsg::output
