// SIGKILL at random moments and at every system call: whoever looks afterwards finds the old site
// or the new one, whole, and the next build works.

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

#include "build_stamp.h"
#include "catch2.h"
#include "output_test_support.h"
#include "swap.h"
#include "system_call_kill.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::files_in;
using testing::OutputSite;
using Clock = std::chrono::steady_clock;

/// Half of the pages are the same on every site, a quarter differ, a quarter are its own.
Files make_site(const std::string& name, int pages) {
  Files files;
  for (int i = 0; i < pages; ++i) {
    const std::string number = std::to_string(i);
    const std::string own = i % 4 == 0 ? name + "-" : std::string();
    const std::string text = i % 2 == 0 ? "same" : name;
    files[own + number + "/index.html"] = std::string(static_cast<std::size_t>(i) * 10, 'x') + text;
  }
  return files;
}

[[noreturn]] void alternate_for_ever(const OutputSite& site, const Files& a, const Files& b,
                                     bool with_exchange) {
  if (!with_exchange && !testing::forbid_exchange()) ::_exit(1);
  for (;;) {
    if (!site.publish(b) || !site.publish(a)) ::_exit(1);
  }
}

/// Whether the child was killed, and had not failed by itself.
bool kill_after(std::chrono::microseconds delay, const OutputSite& site, const Files& a,
                const Files& b, bool with_exchange) {
  const pid_t child = ::fork();
  if (child == 0) alternate_for_ever(site, a, b, with_exchange);
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

std::chrono::microseconds time_of_two_swaps(const OutputSite& site, const Files& a,
                                            const Files& b) {
  const auto start = Clock::now();
  REQUIRE(site.publish(b));
  REQUIRE(site.publish(a));
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

struct Seen {
  int a = 0;
  int b = 0;
  int none = 0;
};

void look(const OutputSite& site, const Files& a, const Files& b, Seen& seen) {
  if (!fs::exists(site.folder())) {
    ++seen.none;
    return;
  }
  const Files found = files_in(site.folder());
  REQUIRE((found == a || found == b));
  ++(found == a ? seen.a : seen.b);
}

/// Nothing but what the live site holds too may wait beside it.
void check_purged(const OutputSite& site, const Files& live) {
  for (const auto& [path, bytes] : files_in(site.standby() / "tree")) {
    CAPTURE(path);
    REQUIRE(live.contains(path));
    REQUIRE(live.at(path) == bytes);
  }
}

Seen kill_many_times(const OutputSite& site, int times, bool with_exchange) {
  const Files a = make_site("a", 200);
  const Files b = make_site("b", 200);
  REQUIRE(site.publish(a));
  const auto period = time_of_two_swaps(site, a, b);
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::int64_t> delay(0, 2 * period.count());
  Seen seen;
  for (int i = 0; i < times; ++i) {
    CAPTURE(i);
    REQUIRE(kill_after(std::chrono::microseconds(delay(random)), site, a, b, with_exchange));
    look(site, a, b, seen);
    const Files& next = i % 2 == 0 ? a : b;
    REQUIRE(site.error_of_publishing(next) == "");
    REQUIRE(files_in(site.folder()) == next);
    check_purged(site, next);
  }
  return seen;
}

/// One kill at each system call of a swap, on both sides of it.
Seen kill_at_every_system_call(const OutputSite& site, bool with_exchange) {
  const Files a = make_site("a", 4);
  const Files b = make_site("b", 4);
  Seen seen;
  for (int stops = 1;; ++stops) {
    CAPTURE(stops);
    REQUIRE(site.publish(a));
    const bool killed = testing::kill_at_system_call(stops, [&] {
      if (with_exchange || testing::forbid_exchange()) static_cast<void>(site.publish(b));
    });
    look(site, a, b, seen);
    REQUIRE(site.error_of_publishing(stops % 2 == 0 ? a : b) == "");
    check_purged(site, stops % 2 == 0 ? a : b);
    if (!killed) return seen;
  }
}

TEST_CASE("a kill at any moment leaves the old site or the new one whole") {
  const testing::TempFolder folder(testing::fast_disk());
  const Seen seen = kill_many_times(OutputSite(folder.path()), 200, true);
  CHECK(seen.none == 0);
  CHECK(seen.a > 0);
  CHECK(seen.b > 0);
}

TEST_CASE("a kill at any system call leaves the old site or the new one whole", "[.trace]") {
  if (testing::was_skipped(testing::can_trace())) return;
  const testing::TempFolder folder(testing::fast_disk());
  const Seen seen = kill_at_every_system_call(OutputSite(folder.path()), true);
  CHECK(seen.none == 0);
  CHECK(seen.a > 100);
  CHECK(seen.b > 10);
}

TEST_CASE("where a stamp says that nothing changed, a kill left nothing beside the site",
          "[.trace]") {
  if (testing::was_skipped(testing::can_trace())) return;
  const testing::TempFolder folder(testing::fast_disk());
  const OutputSite site(folder.path());
  const Files a = make_site("a", 4);
  const BuildStamp stamp{"settings", "sources", {}, ""};
  int stamps = 0;
  for (bool killed = true; killed; ++stamps) {
    REQUIRE(swap_in(testing::audited(a), site.target(), stamp));
    killed = testing::kill_at_system_call(2 * stamps + 1, [&] {
      static_cast<void>(swap_in(testing::audited(make_site("b", 4)), site.target(), stamp));
    });
    const FoundStamp found = find_build_stamp(site.target());
    const bool stands = found.stamp && output_stands(site.target(), found);
    if (stands) check_purged(site, files_in(site.folder()));
    REQUIRE((stamps > 0 || stands));
  }
  CHECK(stamps > 50);
}

TEST_CASE("without an exchange a kill between two renames leaves no site until the next build",
          "[.no_exchange]") {
  const std::string can_forbid = testing::in_child([] {
    return testing::forbid_exchange() ? std::string() : "SKIPPED: no seccomp filters here";
  });
  if (testing::was_skipped(can_forbid) || testing::was_skipped(testing::can_trace())) return;
  const testing::TempFolder folder(testing::fast_disk());
  const Seen seen = kill_at_every_system_call(OutputSite(folder.path()), false);
  CHECK(seen.none == 2);
  CHECK(seen.a > 100);
  CHECK(seen.b > 10);
  CHECK(kill_many_times(OutputSite(folder.path()), 50, false).a > 0);
}

}  // namespace
}  // namespace opsg::output
