// Publishes by real programs are killed, cut off from their servers, and meet full disks and
// folders that they may not write. Afterwards every page that is there has what it is shown with,
// the publish has failed and said why, and running it again comes to the release exactly.

#include <fmt/format.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "catch2.h"
#include "cut_proxy.h"
#include "in_child.h"
#include "private_disk.h"
#include "release_fixture.h"
#include "remote_places.h"

namespace opsg::publishing {
namespace {

using testing::Files;
using testing::PublisherHome;
using testing::ReleaseFixture;
using testing::RemotePlace;
using testing::ServedBy;
using testing::TempFolder;

/// Half of the pages differ, a quarter are its own; all name their style sheet.
Files make_site(const std::string& name, const std::string& other, int pages) {
  const std::string sheet = "assets/" + name + ".css";
  Files files = {{sheet, std::string(5000, 'a') + name},
                 {"assets/" + other + ".css", std::string(5000, 'a') + other},
                 {"feed.xml", "feed of " + name},
                 {"data/x.json", "{}"}};
  for (int i = 0; i < pages; ++i) {
    const std::string folder = i % 4 == 0 ? fmt::format("{}-{}", name, i) : std::to_string(i);
    const std::string text = i % 2 == 0 ? "uses " + sheet + " " : std::string("same ");
    files[folder + "/index.html"] =
        text + std::string(static_cast<std::size_t>(i) * 100, 'x') + "</html>";
  }
  return files;
}

/// Two releases, each of which has the other's style sheet too, as carried assets have it.
struct Releases {
  explicit Releases(int pages = 24)
      : one_files(make_site("one", "two", pages)), two_files(make_site("two", "one", pages)) {}

  const ReleaseFixture& of(std::size_t number) const { return number % 2 == 0 ? one : two; }

  Files one_files, two_files;
  ReleaseFixture one{one_files}, two{two_files};
};

/// Every whole page that names a style sheet finds it, whole. A page that is cut off is what a
/// remote leaves that writes in place.
void check_assets(const Files& files) {
  for (const auto& [path, bytes] : files) {
    for (const std::string asset : {"assets/one.css", "assets/two.css"}) {
      if (!bytes.starts_with("uses " + asset) || !bytes.ends_with("</html>")) continue;
      CAPTURE(path, asset);
      REQUIRE(files.contains(asset));
      REQUIRE(files.at(asset).size() == 5003);
    }
  }
}

std::string error_of(const Published<PublishReport>& report) {
  return report ? std::string("(none)") : report.error().message;
}

std::string publish(const RemotePlace& place, const ReleaseFixture& site) {
  return error_of(place.target()->publish(site.release(), {}));
}

void check_holds(const RemotePlace& place, const ReleaseFixture& site) {
  CHECK(place.files() == site.published());
}

// ---- Killed

/// Ends this process, as `kill -9` does, so many microseconds from now.
void die_in(int microseconds) {
  std::signal(SIGALRM, [](int) { ::kill(::getpid(), SIGKILL); });
  if (microseconds == 0) ::kill(::getpid(), SIGKILL);
  itimerval timer{};
  timer.it_value.tv_usec = microseconds;
  ::setitimer(ITIMER_REAL, &timer, nullptr);
}

/// Whether it was killed; else it had come to its end before.
bool kill_at_step(const RemotePlace& place, const ReleaseFixture& site, int step,
                  int microseconds) {
  const pid_t child = ::fork();
  if (child == 0) {
    int steps = 0;
    PublishRequest request;
    request.step = [&](std::string_view) {
      if (++steps == step) die_in(microseconds);
    };
    const auto report = place.target()->publish(site.release(), request);
    ::_exit(report ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
  return WIFSIGNALED(status);
}

/// A program that the killed publish was about to start holds its lock until it runs, or has died
/// too.
std::string publish_once_free(const RemotePlace& place, const ReleaseFixture& site) {
  std::string failure = publish(place, site);
  for (int tries = 0; tries < 500 && failure.ends_with("at this moment"); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    failure = publish(place, site);
  }
  return failure;
}

enum class Moments {
  all,    ///< At the beginning of each step, and a while into it.
  within  ///< A while into each step, for programs that are slow to start.
};

/// Each release takes the other's place; each publish is killed at the next step.
void kill_at_every_step(RemotePlace& place, Moments moments, std::size_t fewest_kills) {
  const PublisherHome home;
  const Releases releases;
  place.seed(releases.of(0));
  std::size_t number = 0, kills = 0;
  for (int step = 1, killed = 1; killed > 0; ++step) {
    killed = 0;
    for (const int microseconds : {0, 5000 + 17'919 * (step % 8)}) {
      if (microseconds == 0 && moments == Moments::within) continue;
      CAPTURE(step, microseconds);
      const ReleaseFixture& next = releases.of(++number);
      if (kill_at_step(place, next, step, microseconds)) ++killed;
      check_assets(place.files());
      REQUIRE(publish_once_free(place, next) == "(none)");
      check_holds(place, next);
    }
    kills += static_cast<std::size_t>(killed);
  }
  CHECK(kills >= fewest_kills);
}

TEST_CASE("a publish by rsync that is killed is finished by the next run", "[.kill]") {
  testing::RsyncDaemonPlace place;
  kill_at_every_step(place, Moments::all, 16);
}

TEST_CASE("a publish by rclone over sftp that is killed is finished by the next run", "[.kill]") {
  testing::RclonePlace place("sftp");
  kill_at_every_step(place, Moments::within, 6);
}

TEST_CASE("a publish by rclone over webdav that is killed is finished by the next run", "[.kill]") {
  testing::RclonePlace place("webdav");
  kill_at_every_step(place, Moments::within, 6);
}

TEST_CASE("a push that is killed leaves the branch as it was or as it should be", "[.kill]") {
  testing::GitPlace place;
  kill_at_every_step(place, Moments::all, 4);
}

// ---- Cut off

/// The line goes dead after more and more bytes, until a publish needs no more: `growth` times as
/// many each time.
void cut_everywhere(RemotePlace& place, std::int64_t growth) {
  const PublisherHome home;
  const Releases releases(8);  // rclone tries each folder again.
  place.seed(releases.of(0));
  std::size_t number = 1;
  for (std::int64_t bytes = 0; bytes < 10'000'000; bytes = bytes * growth + 3000) {
    CAPTURE(bytes);
    testing::CutProxy proxy(place.port(), bytes);
    place.go_through(proxy.port());
    const std::string error = publish(place, releases.of(number));
    proxy.mend();
    check_assets(place.files());
    if (error == "(none)") {
      check_holds(place, releases.of(number));
      CHECK(number > 1);
      return;
    }
    CHECK(error.find("cannot ") != std::string::npos);
    REQUIRE(publish(place, releases.of(number)) == "(none)");
    check_holds(place, releases.of(number));
    ++number;
  }
  FAIL("no publish has come to its end");
}

TEST_CASE("a publish by rsync whose line goes dead fails, and is finished by the next run",
          "[.cut]") {
  testing::RsyncDaemonPlace place;
  cut_everywhere(place, 4);
}

TEST_CASE("a publish by rclone whose line goes dead fails, and is finished by the next run",
          "[.cut]") {
  testing::RclonePlace sftp("sftp");
  cut_everywhere(sftp, 12);
  testing::RclonePlace webdav("webdav");
  cut_everywhere(webdav, 12);
}

TEST_CASE("a push whose line goes dead fails, and is made by the next run", "[.cut]") {
  testing::GitPlace place;
  cut_everywhere(place, 4);
}

// ---- Folders that may not be written

void meet_permissions(testing::FolderPlace& place) {
  const PublisherHome home;
  const Releases releases;
  place.seed(releases.one);
  place.forbid("one-0");  // Which the next release no longer has.
  const std::string error = publish(place, releases.two);
  CAPTURE(error);
  CHECK(error.find("cannot remove files from ") != std::string::npos);
  CHECK(error.find("may lie between two releases: run the same command again") !=
        std::string::npos);
  check_assets(place.files());
  place.allow();
  REQUIRE(publish(place, releases.two) == "(none)");
  check_holds(place, releases.two);
}

TEST_CASE("what may not be removed fails the publish, until it may", "[.permission]") {
  SECTION("rsync") {
    testing::RsyncDaemonPlace place(ServedBy::nobody);
    meet_permissions(place);
  }
  SECTION("sftp") {
    testing::RclonePlace place("sftp", ServedBy::nobody);
    meet_permissions(place);
  }
  SECTION("webdav") {
    testing::RclonePlace place("webdav", ServedBy::nobody);
    meet_permissions(place);
  }
}

TEST_CASE("a push that the host declines leaves the branch as it was, and says why",
          "[.permission]") {
  const PublisherHome home;
  const Releases releases;
  testing::GitPlace place;
  place.seed(releases.one);
  place.forbid();
  const std::string error = publish(place, releases.two);
  CAPTURE(error);
  CHECK(error.find("cannot push to ") != std::string::npos);
  CHECK(error.find("you may not write here") != std::string::npos);
  check_holds(place, releases.one);
  place.allow();
  REQUIRE(publish(place, releases.two) == "(none)");
  check_holds(place, releases.two);
}

// ---- Full disks

/// On a disk of 2 MB, in a child: a release that does not fit, and one that does.
template <class Make>
std::string fill_disk(const std::filesystem::path& disk, Make make) {
  return testing::in_child([&]() -> std::string {
    if (std::string skipped = testing::mount_private(disk, "2m"); !skipped.empty()) return skipped;
    const PublisherHome home;
    const Releases releases;
    Files too_much = releases.two_files;
    std::string noise;  // Which git cannot make smaller.
    for (unsigned i = 0, n = 1; i < 3'000'000; ++i, n = n * 1103515245 + 12345) {
      noise += static_cast<char>(n >> 16);
    }
    too_much["papers/large.pdf"] = noise;
    auto place = make(disk);
    place->seed(releases.one);
    const std::string error = publish(*place, ReleaseFixture(too_much));
    const std::string again = publish(*place, releases.two);
    if (again != "(none)") return "does not heal: " + again;
    if (place->files() != releases.two.published()) return "is not healed";
    return error;
  });
}

TEST_CASE("a full disk fails the publish, and a release that fits heals it", "[.full_disk]") {
  const TempFolder disk;
  using Path = std::filesystem::path;
  SECTION("rsync") {
    const std::string error = fill_disk(disk.path(), [](const Path& parent) {
      return std::make_unique<testing::RsyncDaemonPlace>(ServedBy::us, parent);
    });
    if (testing::was_skipped(error)) return;
    CHECK(error.find("No space left on device") != std::string::npos);
  }
  SECTION("sftp") {
    const std::string error = fill_disk(disk.path(), [](const Path& parent) {
      return std::make_unique<testing::RclonePlace>("sftp", ServedBy::us, parent);
    });
    if (testing::was_skipped(error)) return;
    CHECK(error.find("cannot upload to ") != std::string::npos);
  }
  SECTION("webdav") {
    const std::string error = fill_disk(disk.path(), [](const Path& parent) {
      return std::make_unique<testing::RclonePlace>("webdav", ServedBy::us, parent);
    });
    if (testing::was_skipped(error)) return;
    CHECK(error.find("cannot upload to ") != std::string::npos);
  }
  SECTION("git") {
    const std::string error = fill_disk(disk.path(), [](const Path& parent) {
      return std::make_unique<testing::GitPlace>(parent);
    });
    if (testing::was_skipped(error)) return;
    CHECK(error.find("cannot push to ") != std::string::npos);
  }
}

// ---- Secrets

TEST_CASE("no message holds a secret, whatever fails") {
  const PublisherHome home;
  const ReleaseFixture site(Files{{"index.html", "x"}});
  const auto check = [&](RemotePlace& place) {
    testing::CutProxy proxy(place.port(), 2000);
    place.go_through(proxy.port());
    const std::string error = publish(place, site);
    CAPTURE(error);
    CHECK(error.find("cannot ") != std::string::npos);
    for (const std::string& secret : place.secrets()) {
      CHECK(error.find(secret) == std::string::npos);
    }
  };
  testing::RsyncDaemonPlace rsync;
  check(rsync);
  testing::RclonePlace sftp("sftp"), webdav("webdav");
  check(sftp);
  check(webdav);
}

TEST_CASE("a wrong password is told, and not repeated") {
  const PublisherHome home;
  testing::RsyncDaemonPlace place;
  ::setenv("RSYNC_PASSWORD", "wrong-secret", 1);
  const std::string error = publish(place, ReleaseFixture(Files{{"index.html", "x"}}));
  CHECK(error.find("auth failed on module www") != std::string::npos);
  CHECK(error.find("wrong-secret") == std::string::npos);
}

}  // namespace
}  // namespace opsg::publishing
