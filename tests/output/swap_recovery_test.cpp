// What a build finds that another has left: the lock, and every state that a kill can leave.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <filesystem>

#include "catch2.h"
#include "output_test_support.h"
#include "standby.h"
#include "swap.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::files_in;
using testing::kNew;
using testing::kOld;
using testing::OutputSite;

const Files kPurged = {{"lock", ""}, {"tree/a/index.html", "the same"}};

TEST_CASE("two builds into one folder: the second fails and changes nothing") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  const auto place = resolve_place(site.target());
  REQUIRE(place);
  {
    const auto other_build = StandbyArea::open(*place);
    REQUIRE(other_build);
    CHECK(site.error_of_publishing(kNew) == "failed: another build is writing SITE/public");
    CHECK(files_in(site.folder()) == kOld);
  }
  CHECK(site.publish(kNew));
}

TEST_CASE("the lock goes with the process that held it") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  const std::string held = testing::in_child([&] {
    const FileDescriptor lock(::open((site.standby() / "lock").c_str(), O_RDWR | O_CLOEXEC));
    return ::flock(lock.get(), LOCK_EX | LOCK_NB) == 0 ? "held" : "not held";
  });
  CHECK(held == "held");
  CHECK(site.publish(kNew));
}

TEST_CASE("a half-written standby tree is finished") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  const fs::path tree = site.standby() / "tree";
  testing::write(tree / "index.html", "ne");
  testing::write(tree / "a/index.html/left", "a folder where a file belongs");
  testing::write(tree / "other/deep/file", "of a site that was never published");
  testing::write(tree / ".opsg-site-manifest", "cut o");
  fs::create_directory_symlink("/etc", tree / "link");
  REQUIRE(::mkfifo((tree / "pipe").c_str(), 0600) == 0);
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
  CHECK(files_in(site.standby()) == kPurged);
}

TEST_CASE("a link in the standby tree is not written through") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  testing::write(site.root() / "mine/index.html", "mine");
  fs::remove_all(site.standby() / "tree");
  fs::create_directory(site.standby() / "tree");
  fs::create_directory_symlink(site.root() / "mine", site.standby() / "tree/a");
  fs::create_symlink(site.root() / "mine/index.html", site.standby() / "tree/index.html");
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
  CHECK(files_in(site.root() / "mine") == Files{{"index.html", "mine"}});
}

TEST_CASE("a kill between exchange and purge: the same site again purges") {
  const OutputSite site;
  REQUIRE(site.publish(kNew));
  for (const auto& [path, bytes] : kOld) testing::write(site.standby() / "tree" / path, bytes);
  fs::permissions(site.standby() / "tree/a/index.html", fs::perms(0644));
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
  CHECK(files_in(site.standby()) == kPurged);
}

TEST_CASE("a kill between the two renames: the old site is put back, then replaced") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  fs::rename(site.folder(), site.standby() / "retired");
  SECTION("the next build works") {
    REQUIRE(site.publish(kNew));
    CHECK(files_in(site.folder()) == kNew);
    CHECK(files_in(site.standby()) == kPurged);
  }
  SECTION("the next build is another audience's") {
    CHECK(site.error_of_publishing(kNew, "members") ==
          "refused: will not replace SITE/public: it holds the site of the audience `public`, and "
          "this one is for `members`");
    CHECK(files_in(site.folder()) == kOld);
  }
}

TEST_CASE("a kill after the two renames: the retired site is purged") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  fs::rename(site.folder(), site.standby() / "retired");
  const bool with_tree = GENERATE(true, false);
  if (with_tree) fs::create_directories(site.standby() / "tree/empty");
  if (!with_tree) fs::remove_all(site.standby() / "tree");
  fs::create_directory(site.folder());
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
  CHECK_FALSE(fs::exists(site.standby() / "retired"));
  CHECK_FALSE(fs::exists(site.standby() / "tree/gone.html"));
}

TEST_CASE("a standby area of the wrong kind is not used") {
  const OutputSite site;
  SECTION("a link") {
    fs::create_directory(site.root() / "mine");
    fs::create_directory_symlink("mine", site.standby());
    CHECK(site.error_of_publishing(kNew) ==
          "failed: cannot open SITE/.public.opsg-standby: Not a directory");
  }
  SECTION("a file") {
    testing::write(site.standby(), "");
    CHECK(site.error_of_publishing(kNew) ==
          "failed: cannot open SITE/.public.opsg-standby: Not a directory");
  }
  SECTION("open to others") {
    fs::create_directory(site.standby());
    fs::permissions(site.standby(), fs::perms(0777));
    REQUIRE(site.publish(kNew));
    CHECK(fs::status(site.standby()).permissions() == fs::perms(0700));
  }
}

}  // namespace
}  // namespace opsg::output
