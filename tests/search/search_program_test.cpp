#include "search_program.h"

#include <cstdlib>
#include <fstream>
#include <string>

#include "catch2.h"
#include "temp_folder.h"

namespace opsg::search {
namespace {

namespace fs = std::filesystem;
using opsg::testing::TempFolder;

/// A site's folder without a search program, in an environment without one.
class Surroundings {
 public:
  Surroundings() : path_(std::getenv("PATH")) {
    ::unsetenv("OPSG_PAGEFIND");
    ::setenv("PATH", (folder_ / "bin").c_str(), 1);
  }
  ~Surroundings() {
    ::unsetenv("OPSG_PAGEFIND");
    ::setenv("PATH", path_.c_str(), 1);
  }

  fs::path program(const std::string& path, fs::perms mode = fs::perms::owner_all) const {
    const fs::path file = folder_ / path;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "#!/bin/sh\n";
    fs::permissions(file, mode);
    return file;
  }
  std::optional<fs::path> found() const { return find_search_program(folder_.path()); }

 private:
  TempFolder folder_;
  std::string path_;
};

#if defined(__aarch64__)
const std::string kInstalled = "node_modules/@pagefind/linux-arm64/bin/";
#else
const std::string kInstalled = "node_modules/@pagefind/linux-x64/bin/";
#endif

TEST_CASE("the search program: the one that is named, else the site's, else the one in the path") {
  const Surroundings here;
  CHECK(here.found() == std::nullopt);
  const fs::path in_path = here.program("bin/pagefind");
  CHECK(here.found() == in_path);
  const fs::path extended = here.program("bin/pagefind_extended");
  CHECK(here.found() == extended);
  const fs::path installed = here.program(kInstalled + "pagefind_extended");
  CHECK(here.found() == installed);
  ::setenv("OPSG_PAGEFIND", "/no/such/program", 1);
  CHECK(here.found() == "/no/such/program");
  ::setenv("OPSG_PAGEFIND", "", 1);
  CHECK(here.found() == installed);
}

TEST_CASE("the search program must be one that can be run") {
  const Surroundings here;
  here.program(kInstalled + "pagefind_extended", fs::perms::owner_read);
  fs::create_directories(here.program("bin/x").parent_path() / "pagefind");
  CHECK(here.found() == std::nullopt);
}

TEST_CASE("an empty part of the path is not the present folder") {
  const Surroundings here;
  const fs::path before = fs::current_path();
  fs::current_path(here.program("bin/pagefind").parent_path());
  ::setenv("PATH", ":/no/such/folder:", 1);
  CHECK(here.found() == std::nullopt);
  fs::current_path(before);
}

}  // namespace
}  // namespace opsg::search
