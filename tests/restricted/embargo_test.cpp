#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string embargoed(std::string_view until, std::string_view more = {}) {
  return "+++\nclassification = \"white\"\nembargo = " + std::string(until) + "\n" +
         std::string(more) + "+++\n\nText.\n";
}

UtcTime utc(int year, unsigned month, unsigned day, int hour, int minute = 0) {
  const Date date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

TEST_CASE("An embargo ends at its wall clock time in the site's time zone") {
  TestSite summer({{"content/pages/about.md", embargoed("2021-07-01T09:00:00")}});
  CHECK(summer.diagnostics() == "");
  CHECK(summer.clear("public", utc(2021, 7, 1, 7, 59)).documents.empty());
  CHECK(summer.clear("public", utc(2021, 7, 1, 8)).documents.size() == 1);

  TestSite winter({{"content/pages/about.md", embargoed("2021-02-01T09:00:00")}});
  CHECK(winter.clear("public", utc(2021, 2, 1, 8, 59)).documents.empty());
  CHECK(winter.clear("public", utc(2021, 2, 1, 9)).documents.size() == 1);
}

TEST_CASE("An audience may have embargoed documents by the policy") {
  TestSite site({{"content/pages/about.md", embargoed("2021-02-01T09:00:00")}});
  CHECK(site.clear("members").documents.size() == 1);
}

TEST_CASE("The next release is the first end of an embargo that the audience would notice") {
  TestSite site(
      {{"content/meetings/amber/meeting.toml", meeting_toml("1", "amber")},
       {"content/meetings/amber/minutes.md",
        "+++\nclassification = \"amber\"\nstatus = \"final\"\n"
        "embargo = 2021-01-01T09:00:00\n+++\n"},
       {"content/pages/draft.md", embargoed("2021-01-02T09:00:00", "status = \"draft\"\n")},
       {"content/pages/first.md", embargoed("2021-02-01T09:00:00")},
       {"content/pages/second.md", embargoed("2021-03-01T09:00:00")}});
  CHECK(site.diagnostics() == "");
  const Clearance everyone = site.clearance("public");
  CHECK(next_release(site.site(), everyone, {utc(2020, 12, 1, 0)}) == utc(2021, 2, 1, 9));
  CHECK(next_release(site.site(), everyone, {utc(2021, 2, 1, 9)}) == utc(2021, 3, 1, 9));
  CHECK(next_release(site.site(), everyone, {utc(2021, 3, 1, 9)}) == std::nullopt);
  CHECK(next_release(site.site(), site.clearance("members"), {utc(2020, 12, 1, 0)}) ==
        std::nullopt);
}

TEST_CASE("A time zone that nobody knows is an error") {
  TestSite site({{"site.toml", "time_zone = \"Europe/Londn\"\n" +
                                   kSiteToml.substr(kSiteToml.find("\n[policy]"))}});
  CHECK(site.diagnostics() ==
        R"(site.toml:1:13: error[time-zone-unknown]: no time zone of the IANA database
    1 | time_zone = "Europe/Londn"
      |             ^~~~~~~~~~~~~~
  help: write it like "Europe/London"

)");
}

TEST_CASE("The end of an embargo releases extracts too") {
  const std::string front =
      "+++\nclassification = \"green\"\nembargo = 2021-02-01T09:00:00\n+++\n\nClosed.\n\n";
  TestSite without({{"content/pages/a.md", front}});
  TestSite with({{"content/pages/a.md", front + "(WHITE) Open.\n"}});
  const GateTime before{utc(2021, 1, 1, 0)};
  CHECK(next_release(without.site(), without.clearance("public"), before) == std::nullopt);
  CHECK(next_release(with.site(), with.clearance("public"), before) == utc(2021, 2, 1, 9));
}

}  // namespace
}  // namespace opsg::restricted::testing
