#include "register_history.h"

#include <fmt/format.h>

#include <optional>
#include <random>
#include <tuple>

#include "catch2.h"
#include "rendering_fixture.h"

namespace opsg::released {
namespace {

using opsg::test::RenderingFixture;
/// Meeting, open, overdue, closed.
using Counts = std::vector<std::tuple<std::string, std::size_t, std::size_t, std::size_t>>;

std::string facts(const std::string& code, const std::string& date) {
  return "code = \"" + code + "\"\ndate = " + date + "\n";
}

std::string action(const std::string& id, const std::string& target, const std::string& status) {
  return "### OPSG " + id + ": The DCC to report\n\n- Target: " + target +
         "\n- Owner: DCC\n- Status: " + status + "\n\n";
}

Counts counts_of(RenderingFixture& fixture) {
  const Site site = fixture.site();
  Counts counts;
  for (const MeetingCounts& count : count_by_meeting(site, *site.find_register("actions"))) {
    counts.emplace_back(site.meetings[count.meeting].code, count.open, count.overdue, count.closed);
  }
  return counts;
}

}  // namespace

TEST_CASE("Entries count as they stood after each meeting, whatever later ones say") {
  RenderingFixture fixture;
  fixture.meeting("m1", facts("41", "2021-01-25"));
  fixture.document(
      "m1", "minutes",
      action("40/01", "1 January 2021", "Open") + action("40/02", "1 February 2021", "Open"));
  fixture.meeting("m2", facts("42", "2021-02-22"));
  fixture.document("m2", "minutes", action("40/01", "1 January 2021", "Closed"));
  fixture.meeting("m3", facts("43", "2021-03-22"));
  fixture.document(
      "m3", "minutes",
      action("40/02", "1 February 2021", "Closed") + action("43/01", "1 May 2021", "Open"));
  CHECK(counts_of(fixture) == Counts{{"41", 2, 1, 0}, {"42", 1, 1, 1}, {"43", 1, 0, 1}});
}

TEST_CASE("A revised target counts from the meeting that revises it") {
  RenderingFixture fixture;
  fixture.meeting("m1", facts("41", "2021-01-25"));
  fixture.document("m1", "minutes", action("40/01", "1 January 2021", "Open"));
  fixture.meeting("m2", facts("42", "2021-02-22"));
  fixture.document("m2", "minutes", "### OPSG 40/01\n\n- Revised: 1 April 2021\n- Status: Open\n");
  CHECK(counts_of(fixture) == Counts{{"41", 1, 1, 0}, {"42", 1, 0, 0}});
}

TEST_CASE("An entry that is reopened is open again, and may be closed again") {
  RenderingFixture fixture;
  const char* states[] = {"Open", "Closed", "Open", "Closed"};
  for (int i = 0; i < 4; ++i) {
    const std::string n = std::to_string(i + 1);
    fixture.meeting("m" + n, facts("4" + n, "2021-0" + n + "-25"));
    fixture.document("m" + n, "minutes", action("40/01", "1 January 2022", states[i]));
  }
  CHECK(counts_of(fixture) ==
        Counts{{"41", 1, 0, 0}, {"42", 0, 0, 1}, {"43", 1, 0, 0}, {"44", 0, 0, 1}});
}

TEST_CASE("Only meetings that were held count, from the first that has an entry on") {
  RenderingFixture fixture;
  fixture.meeting("m0", facts("40", "2021-01-04")).document("m0", "headlines", "## 1. Welcome\n");
  fixture.meeting("m1", facts("41", "2021-01-25"));
  fixture.document("m1", "minutes", action("40/01", "1 May 2021", "Open"));
  fixture.meeting("m2", facts("42", "2021-02-22"));
  fixture.meeting("m3", facts("43", "2021-03-22")).document("m3", "headlines", "## 1. Welcome\n");
  CHECK(counts_of(fixture) == Counts{{"41", 1, 0, 0}, {"43", 1, 0, 0}});
}

/// What the words of the entry's meetings up to this one leave, gone through one by one.
struct Standing {
  bool known = false;
  bool closed = false;
  std::optional<Date> target;
};

Standing standing_at(const Site& site, const RegisterEntry& entry, std::size_t meeting) {
  Standing standing;
  for (std::size_t i = 0; i < entry.history.size() && entry.history[i].meeting <= meeting; ++i) {
    standing.known = true;
    const Field* status = site.entry(entry.history[i]).find("status");
    if (status != nullptr) standing.closed = std::get<State>(status->value).closed;
    for (const TargetRevision& target : entry.targets) {
      if (target.step == i) standing.target = target.date.date;
    }
  }
  return standing;
}

TEST_CASE("Any history is counted as if it were gone through meeting by meeting") {
  std::mt19937 random(6);
  for (int round = 0; round < 20; ++round) {
    RenderingFixture fixture;
    for (int month = 1; month <= 9; ++month) {
      const std::string slug = fmt::format("m{}", month);
      fixture.meeting(slug, facts(fmt::format("4{}", month), fmt::format("2021-0{}-15", month)));
      std::string minutes = "## 1. Welcome\n\n";
      for (int id = 1; id <= 5; ++id) {
        if (random() % 3 == 0) continue;
        minutes += action(fmt::format("40/0{}", id), fmt::format("{} May 2021", random() % 28 + 1),
                          random() % 3 == 0 ? "Closed" : "Open");
      }
      if (random() % 4 != 0) fixture.document(slug, "minutes", minutes);
    }
    const Site site = fixture.site();
    const Register& actions = *site.find_register("actions");
    std::optional<std::size_t> before;
    for (const MeetingCounts& count : count_by_meeting(site, actions)) {
      MeetingCounts expected{count.meeting};
      for (const RegisterEntry& entry : actions.entries) {
        const Standing now = standing_at(site, entry, count.meeting);
        const bool was_closed = before && standing_at(site, entry, *before).closed;
        if (now.known && !now.closed) ++expected.open;
        if (now.closed && !was_closed) ++expected.closed;
        const bool is_late = now.target && *now.target < site.meetings[count.meeting].date;
        if (now.known && !now.closed && is_late) ++expected.overdue;
      }
      before = count.meeting;
      INFO(round << ", " << count.meeting);
      CHECK(count.open == expected.open);
      CHECK(count.overdue == expected.overdue);
      CHECK(count.closed == expected.closed);
    }
    CHECK(before);
  }
}

TEST_CASE("Without entries nothing is counted") {
  RenderingFixture fixture;
  fixture.meeting("m0", facts("40", "2021-01-04")).document("m0", "headlines", "## 1. Welcome\n");
  CHECK(counts_of(fixture).empty());
}

}  // namespace opsg::released
