#include "build_stamp.h"

#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "catch2.h"
#include "output_test_support.h"
#include "swap.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::OutputSite;

const Files kFiles = {{"index.html", "home"}, {"a/index.html", "a"}};
const BuildStamp kStamp{"settings", "sources", {{"\0a.md\0", 6}, "state"}, "what the build said"};

/// Longer than the file system's clock stands still.
void let_time_pass() {
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
}

/// Whether there is a stamp, and its output stands.
bool is_kept(const OutputSite& site) {
  const FoundStamp found = find_build_stamp(site.target());
  return found.stamp && output_stands(site.target(), found);
}

/// A site whose stamp was kept: at the latest by the second build, when its files are old enough.
OutputSite stamped_site() {
  OutputSite site;
  REQUIRE(swap_in(testing::audited(kFiles), site.target(), kStamp));
  let_time_pass();
  REQUIRE(swap_in(testing::audited(kFiles), site.target(), kStamp));
  REQUIRE(is_kept(site));
  return site;
}

bool is_damaged(const OutputSite& site) {
  const FoundStamp found = find_build_stamp(site.target());
  CHECK_FALSE((found.damaged && found.stamp));
  return found.damaged;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("a stamp is found again as long as its output stands as it was left") {
  const OutputSite site = stamped_site();
  const FoundStamp found = find_build_stamp(site.target());
  REQUIRE(found.stamp);
  CHECK(found.stamp->settings == kStamp.settings);
  CHECK(found.stamp->sources == kStamp.sources);
  CHECK(found.stamp->content.paths == kStamp.content.paths);
  CHECK(found.stamp->content.digest == kStamp.content.digest);
  CHECK(found.stamp->summary == kStamp.summary);
  CHECK_FALSE(found.damaged);
}

TEST_CASE("without a build, or without a stamp, there is none, and nothing is damaged") {
  const OutputSite site;
  CHECK_FALSE(is_kept(site));
  REQUIRE(site.publish(kFiles));
  CHECK_FALSE(is_kept(site));
  CHECK_FALSE(is_damaged(site));
}

TEST_CASE("whatever is done to the output, its stamp is good no more") {
  const OutputSite site = stamped_site();
  let_time_pass();
  const fs::path home = site.folder() / "index.html";
  SECTION("other bytes of the same length") {
    testing::write(home, "hole");
  }
  SECTION("the same bytes, written again") {
    testing::write(home, "home");
  }
  SECTION("other bytes, and the old time of writing") {
    const auto written = fs::last_write_time(home);
    testing::write(home, "hole");
    fs::last_write_time(home, written);
  }
  SECTION("a file more") {
    testing::write(site.folder() / "b", "b");
  }
  SECTION("a file less") {
    fs::remove(home);
  }
  SECTION("a folder more") {
    fs::create_directory(site.folder() / "empty");
  }
  SECTION("another name") {
    fs::rename(home, site.folder() / "Index.html");
  }
  SECTION("other permissions of a file") {
    fs::permissions(home, fs::perms::owner_all);
  }
  SECTION("other permissions of a folder") {
    fs::permissions(site.folder() / "a", fs::perms::owner_all);
  }
  SECTION("a link in a file's place") {
    fs::remove(home);
    fs::create_symlink("a/index.html", home);
  }
  SECTION("no output at all") {
    fs::remove_all(site.folder());
  }
  SECTION("another site") {
    REQUIRE(site.publish({{"index.html", "new"}}));
  }
  CHECK_FALSE(is_kept(site));
  CHECK_FALSE(is_damaged(site));
}

TEST_CASE("a stamp that is cut short, or has another byte anywhere, is damaged") {
  const OutputSite site = stamped_site();
  const fs::path file = site.standby() / "stamp";
  const std::string whole = bytes_of(file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string other = whole;
    other[at] = static_cast<char>(other[at] ^ 1);
    testing::write(file, other);
    CHECK(is_damaged(site));
    testing::write(file, whole.substr(0, at));
    CHECK(is_damaged(site));
  }
  testing::write(file, whole);
  CHECK(is_kept(site));
}

TEST_CASE("a stamp that others could have written, or can read, is not believed") {
  const OutputSite site = stamped_site();
  const fs::path file = site.standby() / "stamp";
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  SECTION("by its permissions") {
    fs::permissions(file, fs::perms::others_write, fs::perm_options::add);
  }
  SECTION("by those of its folder") {
    fs::permissions(site.standby(), fs::perms::group_all, fs::perm_options::add);
  }
  SECTION("a link") {
    fs::rename(file, site.root() / "elsewhere");
    fs::create_symlink(site.root() / "elsewhere", file);
  }
  SECTION("a folder") {
    fs::remove(file);
    fs::create_directory(file);
  }
  CHECK(is_damaged(site));
}

TEST_CASE("another stamp can be kept for the same output") {
  const OutputSite site = stamped_site();
  FoundStamp found = find_build_stamp(site.target());
  found.stamp->content = {};
  REQUIRE(replace_build_stamp(site.target(), found));
  CHECK(is_kept(site));
  CHECK(find_build_stamp(site.target()).stamp->content.digest.empty());
  CHECK(find_build_stamp(site.target()).stamp->summary == kStamp.summary);
}

TEST_CASE("a build goes on where its stamp cannot be kept") {
  const OutputSite site;
  REQUIRE(site.publish({{"index.html", "old"}}));
  fs::create_directory(site.standby() / "stamp");
  let_time_pass();
  REQUIRE(swap_in(testing::audited(kFiles), site.target(), kStamp));
  CHECK(testing::files_in(site.folder()) == kFiles);
}

}  // namespace
}  // namespace opsg::output
