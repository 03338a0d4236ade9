#include "profile_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>

#include "catch2.h"
#include "file_descriptor.h"
#include "file_system.h"
#include "temporary_folder.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a private file is written anew, for its owner alone") {
  const auto folder = TemporaryFolder::make();
  REQUIRE(folder.has_value());
  const fs::path file = folder->path() / "trace.json";
  REQUIRE(write_file(file, "old, and longer").has_value());
  REQUIRE(write_private_file(file, "new").has_value());
  CHECK(read_file(file, 100).value() == "new");
  CHECK((fs::status(file).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what is no file is written into, and not replaced by one") {
  const auto folder = TemporaryFolder::make();
  REQUIRE(folder.has_value());
  const fs::path pipe = folder->path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const FileDescriptor reader(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  REQUIRE(reader);
  REQUIRE(write_private_file(pipe, "words").has_value());
  CHECK(fs::is_fifo(pipe));
  std::array<char, 16> read{};
  const auto size = ::read(reader.get(), read.data(), read.size());
  REQUIRE(size > 0);
  CHECK(std::string(read.data(), static_cast<std::size_t>(size)) == "words");
}

}  // namespace
}  // namespace opsg::app
