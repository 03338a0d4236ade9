// Publishing to a folder is killed or the machine fails, at every step: what is served is the last
// release or the next one, whole, and publishing again heals.

#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

#include "catch2.h"
#include "folder_verification.h"
#include "private_disk.h"
#include "publishing_fixture.h"
#include "system_call_kill.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::files_in;
using testing::PublishedSite;

const Files kOld = {{"assets/1.css", "1"}, {"index.html", "old"}, {"old/index.html", "old"}};
const Files kNew = {{"assets/1.css", "1"}, {"index.html", "new"}, {"new/index.html", "new"}};
constexpr std::size_t kKeep = 2;

/// Whether one of the two sites is served, and nothing else.
void check_whole(const PublishedSite& site) {
  const Files served = site.served();
  REQUIRE((served == kOld || served == kNew));
  const auto verified = verify_folder(site.www() / "current");
  REQUIRE(verified);
  REQUIRE(verified->holds());
}

/// Nothing may be left over but the releases that are kept.
void check_healed(PublishedSite& site, const Files& next) {
  REQUIRE(site.publish(next) == "");
  REQUIRE(site.served() == next);
  REQUIRE(site.release_numbers().size() <= kKeep);
  for (const char* left : {"incoming", "outgoing", ".current.new"}) {
    REQUIRE_FALSE(fs::exists(fs::symlink_status(site.www() / left)));
  }
}

TEST_CASE("a kill at any system call of a publish leaves the last release or the new one",
          "[.trace]") {
  if (testing::was_skipped(testing::can_trace())) return;
  const testing::TempFolder folder(testing::fast_disk());
  PublishedSite site(folder.path(), kKeep);
  REQUIRE(site.publish(kNew) == "");
  int old_stood = 0;
  int new_stood = 0;
  for (int stops = 1;; stops += 2) {
    CAPTURE(stops);
    REQUIRE(site.publish(kOld) == "");
    const bool killed =
        testing::kill_at_system_call(stops, [&] { static_cast<void>(site.publish(kNew)); });
    check_whole(site);
    ++(site.served() == kOld ? old_stood : new_stood);
    check_healed(site, stops % 4 == 1 ? kOld : kNew);
    if (!killed) break;
  }
  CHECK(old_stood > 100);
  CHECK(new_stood > 10);
}

/// Runs `harm` before the step of this number, and says what publish() said. "(no such step)" where
/// there are fewer.
template <class Harm>
std::string publish_harmed_at(PublishedSite& site, int harmed_step, Harm harm) {
  int step = 0;
  PublishRequest request;
  request.step = [&](std::string_view) {
    if (step++ == harmed_step) harm();
  };
  const std::string error = site.publish(kNew, request);
  return step <= harmed_step ? "(no such step)" : error;
}

/// Harms the disk before each step of a publish, and mends it after it. Says what went wrong, or
/// nothing.
template <class Harm, class Mend>
std::string harm_every_step(const fs::path& disk, std::string_view error_end, Harm harm,
                            Mend mend) {
  if (std::string skipped = testing::mount_private(disk, "512k"); !skipped.empty()) return skipped;
  int failures = 0;
  for (int step = 0;; ++step) {
    PublishedSite site(disk, kKeep);
    if (const std::string error = site.publish(kOld); !error.empty()) return error;
    const std::string error = publish_harmed_at(site, step, harm);
    const bool whole = site.served() == kOld || site.served() == kNew;
    mend();
    if (error == "(no such step)") return failures >= 3 ? "" : "the disk never failed";
    if (!whole) return fmt::format("half a site after step {}: {}", step, error);
    if (!error.empty() && !error.ends_with(error_end)) return error;
    if (error.empty() && site.served() != kNew) return fmt::format("step {} lied", step);
    failures += !error.empty();
    if (const std::string again = site.publish(kNew); !again.empty()) return again;
    if (site.served() != kNew) return "publishing again does not heal";
  }
}

TEST_CASE("a disk that is full from any step on leaves the last release or the new one",
          "[.full_disk]") {
  const testing::TempFolder disk;
  const fs::path filler = disk / "filler";
  const std::string result = testing::in_child([&] {
    return harm_every_step(
        disk.path(), "No space left on device",
        [&] {
          std::ofstream out(filler, std::ios::binary);
          for (int i = 0; i < 1024 && out << std::string(1024, 'x') << std::flush; ++i) continue;
        },
        [&] { fs::remove(filler); });
  });
  if (testing::was_skipped(result)) return;
  CHECK(result == "");
}

TEST_CASE("a read-only disk is told, and the last release stands", "[.read_only_disk]") {
  const testing::TempFolder disk;
  const std::string result = testing::in_child([&]() -> std::string {
    std::string skipped = testing::mount_private(disk.path(), "512k");
    if (!skipped.empty()) return skipped;
    PublishedSite site(disk.path(), kKeep);
    if (std::string error = site.publish(kOld); !error.empty()) return error;
    if (::mount("none", disk.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) {
      return "SKIPPED: cannot make the disk read-only";
    }
    auto target = site.target();
    const auto report = target.publish({site.root() / "public", {}}, {});
    if (site.served() != kOld) return "the last release is harmed";
    return report ? "published" : site.error_of(report.error());
  });
  if (testing::was_skipped(result)) return;
  CHECK(result == "failed: cannot lock SITE/www: Read-only file system");
}

TEST_CASE("a target that may not be written is told, and the last release stands") {
  PublishedSite site;
  REQUIRE(site.publish(kOld) == "");
  fs::permissions(site.root(), fs::perms(0755));
  fs::permissions(site.www(), fs::perms(0555));
  const std::string error = testing::in_child([&]() -> std::string {
    if (::geteuid() == 0 && !testing::become_nobody()) return "SKIPPED: cannot become another user";
    auto target = site.target();
    const auto report = target.publish({site.root() / "public", {}}, {});
    return report ? "published" : site.error_of(report.error());
  });
  fs::permissions(site.www(), fs::perms(0755));
  CHECK(error == "failed: cannot lock SITE/www: Permission denied");
  CHECK(site.served() == kOld);
}

}  // namespace
}  // namespace opsg::publishing
