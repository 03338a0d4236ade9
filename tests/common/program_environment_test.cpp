#include "program_environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch2.h"
#include "temp_folder.h"

namespace opsg {
namespace {

namespace fs = std::filesystem;
using testing::TempFolder;

/// A variable with another value, and afterwards its own again.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    const char* before = std::getenv(name);
    was_set_ = before != nullptr;
    if (was_set_) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  ~Variable() {
    if (was_set_) ::setenv(name_, before_.c_str(), 1);
    if (!was_set_) ::unsetenv(name_);
  }

 private:
  const char* name_;
  std::string before_;
  bool was_set_ = false;
};

void make_program(const fs::path& path, fs::perms mode = fs::perms::owner_all) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << "#!/bin/sh\n";
  fs::permissions(path, mode);
}

TEST_CASE("the first folder of PATH that holds a program gives it") {
  const TempFolder folder;
  make_program(folder / "b/tool");
  make_program(folder / "c/tool");
  fs::create_directories(folder / "a/tool");  // No program, though it has the name of one.
  const Variable path("PATH", fmt::format("{0}/none:{0}/a:{0}/b:{0}/c", folder.path().string()));
  CHECK(find_program("tool") == folder / "b/tool");
  CHECK(find_program("other") == std::nullopt);
}

TEST_CASE("what may not be run is no program") {
  const TempFolder folder;
  make_program(folder / "tool", fs::perms::owner_read);
  CHECK_FALSE(can_run(folder / "tool"));
  CHECK_FALSE(can_run(folder.path()));
  CHECK_FALSE(can_run(folder / "none"));
}

TEST_CASE("programs of the present folder are never found: it may be a stranger's site") {
  const TempFolder folder;
  make_program(folder / "tool");
  make_program(folder / "bin/tool");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  {
    const Variable path("PATH", ":.:bin::./bin:");
    CHECK(find_program("tool") == std::nullopt);
  }
  fs::current_path(before);
}

TEST_CASE("without PATH the system's own folders are searched") {
  const Variable path("PATH", "");
  CHECK(program_path() == "/usr/bin:/bin");
  CHECK(find_program("sh"));
}

TEST_CASE("a program sees PATH, a locale and what it is to see") {
  const Variable path("PATH", "/usr/bin"), secret("OPSG_TEST_SECRET", "x"),
      first("OPSG_TEST_PASS_1", "a=b"), second("OPSG_TEST_PASS_2", ""), locale("LC_ALL", "de_DE");
  CHECK(program_environment() == std::vector<std::string>{"PATH=/usr/bin", "LC_ALL=C.UTF-8"});
  CHECK(program_environment({"OPSG_TEST_PASS_1", "OPSG_TEST_NONE", "LC_ALL"}) ==
        std::vector<std::string>{"PATH=/usr/bin", "LC_ALL=C.UTF-8", "OPSG_TEST_PASS_1=a=b"});
  auto both = program_environment({"OPSG_TEST_PASS_*"});
  std::sort(both.begin() + 2, both.end());
  CHECK(both == std::vector<std::string>{"PATH=/usr/bin", "LC_ALL=C.UTF-8", "OPSG_TEST_PASS_1=a=b",
                                         "OPSG_TEST_PASS_2="});
}

}  // namespace
}  // namespace opsg
