#include "register_history.h"

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

TEST_CASE("Without entries nothing is counted") {
  RenderingFixture fixture;
  fixture.meeting("m0", facts("40", "2021-01-04")).document("m0", "headlines", "## 1. Welcome\n");
  CHECK(counts_of(fixture).empty());
}

}  // namespace opsg::released
