// The machine fails: every time the old site must stand, and the message must say what failed.

#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "catch2.h"
#include "output_test_support.h"
#include "private_disk.h"
#include "swap.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::files_in;
using testing::in_child;
using testing::OutputSite;

const Files kOld = {{"index.html", "old"}, {"a/index.html", "old a"}};
const Files kNew = {{"index.html", "new"}, {"a/index.html", "new a"}};
using testing::become_nobody;
using testing::kNobody;
using testing::mount_private;

bool ends_with_error(const std::string& text, std::string_view error) {
  return text.starts_with("failed: cannot ") && text.ends_with(error);
}

/// A site on a small disk of its own, published with `kOld`, on which `rest` is run in a child.
template <class Rest>
std::string on_private_disk(const fs::path& at, Rest rest) {
  return in_child([&]() -> std::string {
    if (std::string skipped = mount_private(at, "256k"); !skipped.empty()) return skipped;
    const OutputSite site(at);
    if (!site.publish(kOld)) return "cannot publish at all";
    const std::string result = rest(site);
    return files_in(site.folder()) == kOld ? result : "the old site is harmed after: " + result;
  });
}

TEST_CASE("a file that cannot be written to its end leaves the old site") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  const std::string error = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return std::string("no limit");
    return site.error_of_publishing({{"index.html", "new"}, {"large", std::string(5000, 'x')}});
  });
  CHECK(error == "failed: cannot write SITE/.public.opsg-standby/tree/large: File too large");
  CHECK(files_in(site.folder()) == kOld);
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
  CHECK(files_in(site.standby()) == Files{{"lock", ""}});
}

TEST_CASE("too few open files fail cleanly") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  for (rlim_t files = 3; files < 12; ++files) {
    const std::string error = in_child([&] {
      const rlimit limit{files, files};
      ::setrlimit(RLIMIT_NOFILE, &limit);
      return site.error_of_publishing(kNew);
    });
    CAPTURE(files, error);
    CHECK((error.empty() || error.ends_with(": Too many open files")));
    CHECK(files_in(site.folder()) == (error.empty() ? kNew : kOld));
    REQUIRE(site.publish(kOld));
  }
}

TEST_CASE("a parent that may not be written is told, and the old site stands") {
  const OutputSite site;
  fs::permissions(site.root(), fs::perms(0555));
  const std::string error = in_child([&]() -> std::string {
    if (::geteuid() == 0 && !become_nobody()) return "SKIPPED: cannot become another user";
    return site.error_of_publishing(kNew);
  });
  fs::permissions(site.root(), fs::perms(0755));
  CHECK(error == "failed: cannot make SITE/.public.opsg-standby: Permission denied");
  CHECK_FALSE(fs::exists(site.folder()));
}

TEST_CASE("another user's standby area is not used", "[.other_user]") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  if (::geteuid() != 0) {
    testing::was_skipped("SKIPPED: only root can give a folder away");
    return;
  }
  REQUIRE(::chown(site.standby().c_str(), kNobody, kNobody) == 0);
  CHECK(site.error_of_publishing(kNew) ==
        "failed: SITE/.public.opsg-standby belongs to another user, who could read what is built");
  CHECK(files_in(site.folder()) == kOld);
}

TEST_CASE("without an exchange two renames do the same", "[.no_exchange]") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  const std::string error = testing::in_child([&] {
    if (!testing::forbid_exchange()) return std::string("SKIPPED: no seccomp filters here");
    return site.error_of_publishing(kNew);
  });
  if (testing::was_skipped(error)) return;
  CHECK(error == "");
  CHECK(files_in(site.folder()) == kNew);
  CHECK(files_in(site.standby()) == Files{{"lock", ""}});
}

TEST_CASE("a full disk leaves the old site", "[.full_disk]") {
  const testing::TempFolder disk;
  const std::string error = on_private_disk(disk.path(), [&](const OutputSite& site) {
    const Files large = {{"index.html", "new"}, {"large", std::string(1'000'000, 'x')}};
    const std::string first = site.error_of_publishing(large);
    const bool recovers = site.publish(kNew) && files_in(site.folder()) == kNew;
    return recovers && site.publish(kOld) ? first : "does not recover from: " + first;
  });
  if (testing::was_skipped(error)) return;
  CHECK(error ==
        "failed: cannot write SITE/.public.opsg-standby/tree/large: No space left on device");
}

TEST_CASE("a disk without a free inode leaves the old site", "[.full_disk]") {
  const testing::TempFolder disk;
  const std::string error = on_private_disk(disk.path(), [&](const OutputSite& site) {
    const std::string options = "size=256k,nr_inodes=12";
    if (::mount("tmpfs", disk.path().c_str(), "tmpfs", MS_REMOUNT, options.c_str()) != 0) {
      return std::string("SKIPPED: cannot change the disk");
    }
    Files many;
    for (int i = 0; i < 30; ++i) many["f" + std::to_string(i)] = "x";
    return site.error_of_publishing(many);
  });
  if (testing::was_skipped(error)) return;
  CHECK(ends_with_error(error, ": No space left on device"));
}

TEST_CASE("a read-only disk leaves the old site", "[.read_only_disk]") {
  const testing::TempFolder disk;
  const std::string error = on_private_disk(disk.path(), [&](const OutputSite& site) {
    if (::mount("none", disk.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) {
      return std::string("SKIPPED: cannot make the disk read-only");
    }
    return site.error_of_publishing(kNew);
  });
  if (testing::was_skipped(error)) return;
  CHECK(ends_with_error(error, ": Read-only file system"));
}

TEST_CASE("a mount point cannot be exchanged, and says so", "[.mount_point]") {
  const OutputSite site;
  fs::create_directory(site.folder());
  const std::string error = in_child([&]() -> std::string {
    const std::string skipped = mount_private(site.folder(), "64k");
    return skipped.empty() ? site.error_of_publishing(kNew) : skipped;
  });
  if (testing::was_skipped(error)) return;
  CHECK(error.starts_with("failed: cannot put the new site at SITE/public: "));
  CHECK(error.ends_with(" (a mount point cannot be the output folder)"));
}

}  // namespace
}  // namespace opsg::output
