#include "content_index.h"

#include <fcntl.h>

#include <filesystem>
#include <fstream>

#include "catch2.h"
#include "temp_folder.h"
#include "tree_index.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

/// A site with one record.
class Site {
 public:
  Site() {
    fs::create_directory(root() / "content");
    std::ofstream(record()) << "text";
  }

  const fs::path& root() const { return temporary_.path(); }
  fs::path record() const { return root() / "content/a.md"; }

 private:
  testing::TempFolder temporary_;
};

/// As if the sources had been left alone so long before they were read.
timespec read_after(std::time_t seconds) {
  timespec begun = file_clock();
  begun.tv_sec += seconds;
  return begun;
}

TEST_CASE("sources that were left alone for a while are known again") {
  const Site site;
  const output::KeptTree index = content_index(site.root(), read_after(3), 2);
  REQUIRE_FALSE(index.digest.empty());
  CHECK(content_stands(site.root(), index, 2));
  fs::remove(site.record());
  CHECK_FALSE(content_stands(site.root(), index, 2));
}

TEST_CASE("sources that may change without a trace, or changed while they were read, are not") {
  const Site site;
  SECTION("within the clock's last steps") {
    CHECK(content_index(site.root(), read_after(0), 2).digest.empty());
    CHECK(content_index(site.root(), read_after(1), 2).digest.empty());
  }
  SECTION("after reading began, by a clock that was set back") {
    CHECK(content_index(site.root(), read_after(-3600), 2).digest.empty());
  }
  SECTION("through a link") {
    fs::create_symlink("a.md", site.root() / "content/b.md");
    CHECK(content_index(site.root(), read_after(3), 2).digest.empty());
  }
  SECTION("as a folder elsewhere") {
    fs::rename(site.root() / "content", site.root() / "records");
    fs::create_directory_symlink("records", site.root() / "content");
    CHECK(content_index(site.root(), read_after(3), 2).digest.empty());
  }
}

TEST_CASE("not every file system is believed to tell of each change") {
  // The files of the kernel's own change without a change time.
  const FileDescriptor process(::open("/proc/self", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  REQUIRE(process);
  CHECK_FALSE(tells_changes(process));
  CHECK_FALSE(tells_changes(FileDescriptor()));
}

TEST_CASE("no index is of no site") {
  const Site site;
  CHECK_FALSE(content_stands(site.root(), {}, 1));
  CHECK_FALSE(
      content_stands(site.root() / "none", content_index(site.root(), read_after(3), 1), 1));
}

}  // namespace
}  // namespace opsg::app
