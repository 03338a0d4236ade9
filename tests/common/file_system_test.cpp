#include "file_system.h"

#include <sys/stat.h>

#include <cerrno>
#include <iterator>
#include <string>

#include "catch2.h"
#include "temp_folder.h"

namespace opsg {
namespace {

namespace fs = std::filesystem;
using testing::TempFolder;

std::ptrdiff_t entry_count(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

TEST_CASE("a file is read back byte for byte") {
  const TempFolder folder;
  const std::string bytes =
      GENERATE(std::string(), std::string("a\0\r\n\xFF", 5), std::string(200'000, 'x'));
  REQUIRE(write_file(folder / "a", bytes));
  CHECK(read_file(folder / "a", 1'000'000).value() == bytes);
}

TEST_CASE("a file may be as large as the limit and no larger") {
  const TempFolder folder;
  REQUIRE(write_file(folder / "a", "12345"));
  CHECK(read_file(folder / "a", 5).value() == "12345");
  CHECK(read_file(folder / "a", 4).error().message ==
        "cannot read " + (folder / "a").string() + ": it is larger than 4 bytes");
}

TEST_CASE("a file that tells no size is held to the limit too") {
  CHECK_FALSE(read_file("/proc/self/status", 10));
  CHECK(read_file("/proc/self/status", 1'000'000).value().size() > 10);
}

TEST_CASE("what is no file cannot be read") {
  const TempFolder folder;
  CHECK(read_file(folder / "none", 9).error().message ==
        "cannot read " + (folder / "none").string() + ": No such file or directory");
  CHECK(read_file(folder.path(), 9).error().message ==
        "cannot read " + folder.path().string() + ": Is a directory");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(read_file(folder / "pipe", 9).error().message ==
        "cannot read " + (folder / "pipe").string() + ": it is not a regular file");
}

TEST_CASE("writing replaces the bytes and keeps the mode") {
  const TempFolder folder;
  REQUIRE(write_file(folder / "a", "a longer text"));
  fs::permissions(folder / "a", fs::perms(0640));
  REQUIRE(write_file(folder / "a", "short"));
  CHECK(read_file(folder / "a", 100).value() == "short");
  CHECK(fs::status(folder / "a").permissions() == fs::perms(0640));
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("a symbolic link is written through") {
  const TempFolder folder;
  REQUIRE(write_file(folder / "a", "old"));
  fs::create_symlink("a", folder / "link");
  REQUIRE(write_file(folder / "link", "new"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "a", 100).value() == "new");
}

TEST_CASE("a write that fails leaves nothing behind") {
  const TempFolder folder;
  CHECK(write_file(folder / "none" / "a", "x").error().message ==
        "cannot write " + (folder / "none" / "a").string() + ": No such file or directory");
  fs::create_directory(folder / "sub");
  CHECK(write_file(folder / "sub", "x").error().message ==
        "cannot write " + (folder / "sub").string() + ": Is a directory");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("errors of the system are told in its words") {
  CHECK(system_message(ENOSPC) == "No space left on device");
}

}  // namespace
}  // namespace opsg
