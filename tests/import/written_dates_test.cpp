#include "written_dates.h"

#include "catch2.h"
#include "coming_meetings.h"
#include "import_fixture.h"

namespace opsg::importing {

using namespace std::chrono_literals;

TEST_CASE("Dates are found in a text") {
  CHECK(find_date("Held on Monday 25th January 2021, OPSG_41")->date == 2021y / 1 / 25);
  CHECK(find_date("25/01/2021")->date == 2021y / 1 / 25);
  CHECK_FALSE(find_date("30 February 2021"));
  CHECK_FALSE(find_date("Tuesday 25 January 2021"));
  CHECK_FALSE(find_date("25 January"));
}

TEST_CASE("A day without a year is the first one from the meeting on") {
  CHECK(read_day_and_month("4 February", 2021y / 1 / 25) == 2021y / 2 / 4);
  CHECK(read_day_and_month("4 January", 2021y / 1 / 25) == 2022y / 1 / 4);
  CHECK_FALSE(read_day_and_month("31 April", 2021y / 1 / 25));
}

TEST_CASE("Times are read in the usual spellings") {
  const auto times = find_times("from 9.30am to 12:05");
  REQUIRE(times);
  CHECK(times->start == TimeOfDay{9, 30, 0});
  CHECK(times->end == TimeOfDay{12, 5, 0});
  CHECK(find_times("10am – 3pm")->end == TimeOfDay{15, 0, 0});
  CHECK(find_times("13:20")->start == TimeOfDay{13, 20, 0});
  CHECK_FALSE(find_times("25:00"));
  CHECK_FALSE(find_times("items 2 - 4"));
}

TEST_CASE("Coming meetings become facts; a paragraph that says more stays in the text") {
  ImportLedger ledger("minutes.txt");
  MeetingRecord meeting;
  CHECK(take_coming_meetings("Next main meeting: 2 February 2021; Next meeting: 9 March 2021.", {},
                             meeting, ledger));
  CHECK_FALSE(take_coming_meetings("The next main meeting will be held on 2 February 2021 in York.",
                                   {}, meeting, ledger));
  CHECK(meeting.next == std::vector<ComingMeeting>{{"Main", 2021y / 2 / 2}, {"", 2021y / 3 / 9}});
}

TEST_CASE("The meeting's code is read in all its spellings") {
  const auto code = [](const std::string& line) {
    return test::import_text(line + "\n\n1. Item\n\nA sentence.\n").meeting.code;
  };
  CHECK(code("Operations Group Meeting 41_2501") == "41_2501");
  CHECK(code("25 January 2021, OPSG_41_2501") == "41_2501");
  CHECK(code("Minutes of Meeting 27 on 3 December 2019") == "27");
  CHECK(code("OPSG_34xx_2107 Headlines") == "34xx_2107");
  CHECK(code("OPSG 37x Final Minutes") == "37x");
}

}  // namespace opsg::importing
