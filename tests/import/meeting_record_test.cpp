#include "meeting_record.h"

#include "catch2.h"

namespace opsg::importing {
namespace {

using namespace std::chrono_literals;

MeetingRecord some_meeting() {
  MeetingRecord meeting;
  meeting.code = "41_2501";
  meeting.also = {"OPSG_41"};
  meeting.kind = "Reporting";
  meeting.date = 2021y / 1 / 25;
  meeting.start = TimeOfDay{13, 20, 0};
  meeting.end = TimeOfDay{15, 5, 0};
  meeting.place = "The \"big\" room";
  meeting.next = {{"Main", 2021y / 2 / 2}};
  meeting.attendance = {{"Members", "DCC", "Chair", "Member One", "", false, {}, false},
                        {"", "TAG", "", "Two", "Three", true, {"4", "5.1"}, false},
                        {"", "BEIS", "", "", "", false, {}, true}};
  meeting.said.banner = "This document is classified as White.";
  return meeting;
}

}  // namespace

TEST_CASE("A meeting is written as a person would write it, but for its label") {
  CHECK(write_meeting(some_meeting()) ==
        R"(# The document says: This document is classified as White.
classification = ""
code = "41_2501"
also = ["OPSG_41"]
kind = "Reporting"
date = 2021-01-25
start = 13:20:00
end = 15:05:00
place = "The \"big\" room"

next = [
  { kind = "Main", date = 2021-02-02 },
]

attendance = [
  { category = "Members", organisation = "DCC", role = "Chair", name = "Member One" },
  { organisation = "TAG", name = "Two", alternate_for = "Three", part = true, items = ["4", "5.1"] },
  { organisation = "BEIS", apology = true },
]
)");
}

TEST_CASE("What a document does not say is left out of its meeting.toml") {
  CHECK(write_meeting({}) ==
        "# The document says nothing of its classification.\nclassification = \"\"\n");
}

TEST_CASE("A long banner is a comment of several lines, and cannot end it") {
  MeetingRecord meeting;
  for (int i = 0; i < 12; ++i) meeting.said.banner += "Information\ncan be shared. ";
  const std::string written = write_meeting(meeting);
  CHECK(written.starts_with("# The document says: Information"));
  CHECK(written.find("\nInformation") == std::string::npos);
  CHECK(written.find("\n# ") != std::string::npos);
}

TEST_CASE("The slug is the date, the committee and the first part of the code") {
  MeetingRecord meeting = some_meeting();
  CHECK(meeting_slug(meeting.code, meeting.date, "OPSG") == "2021-01-25-opsg-41");
  meeting.code = "34xx";
  CHECK(meeting_slug(meeting.code, meeting.date, "OPSG") == "2021-01-25-opsg-34xx");
  meeting.date.reset();
  CHECK_FALSE(meeting_slug(meeting.code, meeting.date, "OPSG"));
}

}  // namespace opsg::importing
