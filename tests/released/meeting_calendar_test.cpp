#include "meeting_calendar.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch2.h"
#include "cleared_site.h"
#include "page_context_fixture.h"
#include "text.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::ClearedSite;
using opsg::test::PageContextFixture;

std::string calendar(ClearedSite sources) {
  const PageContextFixture fixture(sources.join());
  const RenderedFile file = meeting_calendar(fixture.absolute());
  CHECK(file.path == "calendar.ics");
  return file.bytes;
}

/// The values of a property, in order.
std::vector<std::string> values(const std::string& calendar, const std::string& property) {
  std::vector<std::string> found;
  for (const std::string_view line : split_lines(calendar)) {
    if (line.starts_with(property + ':')) found.emplace_back(line.substr(property.size() + 1));
  }
  return found;
}

using Values = std::vector<std::string>;

ClearedSite two_meetings() {
  ClearedSite site;
  site.meeting("2021-01-25-opsg-41", R"(code = "41_2501"
kind = "Reporting"
date = 2021-01-25
start = 13:20:00
end = 15:35:00
place = "Teleconference"
next = [{ kind = "Main", date = 2021-02-02, remark = "Budget, and more" }]
)");
  site.meeting("2021-03-01-opsg-43",
               "code = \"43\"\nkind = \"Main\"\ndate = 2021-03-01\ncancelled = true\n");
  return site;
}

TEST_CASE("the calendar of meetings held, coming and cancelled") {
  const std::string text = calendar(two_meetings());
  CHECK(values(text, "UID") == Values{"reporting.20210125@opsg.example",
                                      "main.20210202@opsg.example", "main.20210301@opsg.example"});
  CHECK(values(text, "SEQUENCE") == Values{"0", "0", "1"});
  CHECK(values(text, "STATUS") == Values{"CONFIRMED", "CONFIRMED", "CANCELLED"});
  CHECK(values(text, "DTSTAMP") ==
        Values{"20210125T000000Z", "20210125T000000Z", "20210301T000000Z"});
  CHECK(values(text, "SUMMARY") == Values{"SEC Operations Group Meeting 41_2501",
                                          "OPSG Main meeting",
                                          "Cancelled: SEC Operations Group Meeting 43"});
  CHECK(values(text, "URL") == Values{"https://opsg.example/meetings/2021-01-25-opsg-41/",
                                      "https://opsg.example/meetings/",
                                      "https://opsg.example/meetings/2021-03-01-opsg-43/"});
  CHECK(values(text, "DTSTART;TZID=Europe/London") == Values{"20210125T132000"});
  CHECK(values(text, "DTSTART;VALUE=DATE") == Values{"20210202", "20210301"});
  CHECK(values(text, "DESCRIPTION") == Values{"Budget\\, and more"});
}

TEST_CASE("a UID outlives titles, codes, folders and other meetings") {
  const Values before = values(calendar(two_meetings()), "UID");
  ClearedSite later;
  later.meeting("another-folder",
                "code = \"41x\"\ntitle = \"Another title\"\nkind = \"Reporting\"\n"
                "date = 2021-01-25\nnext = [{ kind = \"Main\", date = 2021-02-02 }]\n");
  later.meeting("2021-02-02-opsg-42",
                "code = \"42\"\nkind = \"Main\"\ndate = 2021-02-02\nstart = 10:00:00\n");
  later.meeting("2021-03-01-opsg-43", "code = \"43\"\nkind = \"Main\"\ndate = 2021-03-01\n");
  later.meeting("2020-12-01-opsg-40", "code = \"40\"\nkind = \"Main\"\ndate = 2020-12-01\n");
  Values after = values(calendar(later), "UID");
  CHECK(after.front() == "main.20201201@opsg.example");
  after.erase(after.begin());
  CHECK(after == before);
}

TEST_CASE("two meetings of one kind on one day have UIDs of their own") {
  ClearedSite site;
  site.meeting("b", "code = \"42\"\ndate = 2021-02-02\n");
  site.meeting("a", "code = \"43\"\ndate = 2021-02-02\n");
  CHECK(values(calendar(site), "UID") ==
        Values{"meeting.20210202@opsg.example", "meeting.20210202.a@opsg.example"});
}

TEST_CASE("the host of UIDs is that of base_url") {
  ClearedSite site = two_meetings();
  site.base_url("https://user@host.example:8000/sub/path/");
  const std::string text = calendar(site);
  CHECK(values(text, "UID").front() == "reporting.20210125@host.example");
  CHECK_THAT(text, Contains("URL:https://user@host.example:8000/sub/path/meetings/2021-01-25-"));
}

}  // namespace
}  // namespace opsg::released
