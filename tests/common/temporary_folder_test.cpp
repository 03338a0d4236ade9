#include "temporary_folder.h"

#include <sys/stat.h>

#include <fstream>
#include <optional>

#include "catch2.h"

namespace opsg {

namespace fs = std::filesystem;

TEST_CASE("A temporary folder is its owner's alone, and goes with all that is in it") {
  fs::path path;
  {
    const auto folder = TemporaryFolder::make();
    REQUIRE(folder);
    path = folder->path();
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0700);
    fs::create_directories(path / "a/b");
    std::ofstream(path / "a/b/file") << "text";
  }
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("A temporary folder that was moved goes once, with its last owner") {
  auto folder = TemporaryFolder::make();
  REQUIRE(folder);
  const fs::path path = folder->path();
  std::optional<TemporaryFolder> owner = std::move(*folder);
  CHECK(fs::exists(path));
  owner.reset();
  CHECK_FALSE(fs::exists(path));
}

}  // namespace opsg
