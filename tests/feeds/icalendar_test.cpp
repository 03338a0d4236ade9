#include "icalendar.h"

#include "catch2.h"

namespace opsg::released {
namespace {

using std::chrono::year;

CalendarEvent meeting() {
  return {.uid = "reporting.20210125@opsg.example",
          .sequence = 1,
          .stamp = std::chrono::sys_days(year(2021) / 1 / 25),
          .summary = "Meeting 41, Reporting",
          .description = "Live Services; Criteria",
          .location = "Teleconference",
          .category = "Reporting",
          .url = "https://opsg.example/meetings/m1/",
          .date = year(2021) / 1 / 25,
          .start = TimeOfDay{13, 20, 0},
          .end = TimeOfDay{15, 35, 0}};
}

CalendarEvent cancelled() {
  return {.uid = "main.20210402@opsg.example",
          .sequence = 2,
          .stamp = std::chrono::sys_days(year(2021) / 1 / 25),
          .summary = "Cancelled: OPSG Main meeting",
          .date = year(2021) / 3 / 31,
          .cancelled = true};
}

TEST_CASE("a calendar") {
  const Calendar calendar{.name = "Operations",
                          .description = "Headlines, actions",
                          .time_zone = "Europe/London",
                          .events = {meeting(), cancelled()}};
  CHECK(icalendar(calendar) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//opsg-site//calendar//EN\r\n"
        "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Operations\r\nX-WR-CALNAME:Operations\r\n"
        "DESCRIPTION:Headlines\\, actions\r\nX-WR-CALDESC:Headlines\\, actions\r\n"
        "X-WR-TIMEZONE:Europe/London\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
        "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\nDTSTART:20201025T020000\r\n"
        "RDATE:20201025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nEND:"
        "STANDARD\r\n"
        "END:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\nUID:reporting.20210125@opsg.example\r\nSEQUENCE:1\r\n"
        "DTSTAMP:20210125T000000Z\r\nDTSTART;TZID=Europe/London:20210125T132000\r\n"
        "DTEND;TZID=Europe/London:20210125T153500\r\nSUMMARY:Meeting 41\\, Reporting\r\n"
        "DESCRIPTION:Live Services\\; Criteria\r\nLOCATION:Teleconference\r\n"
        "CATEGORIES:Reporting\r\nURL:https://opsg.example/meetings/m1/\r\nSTATUS:CONFIRMED\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:main.20210402@opsg.example\r\nSEQUENCE:2\r\n"
        "DTSTAMP:20210125T000000Z\r\nDTSTART;VALUE=DATE:20210331\r\nDTEND;VALUE=DATE:20210401\r\n"
        "SUMMARY:Cancelled: OPSG Main meeting\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("the time zone lists each change of the clocks that the events see") {
  Calendar calendar{.name = "x", .time_zone = "Europe/London", .events = {meeting(), meeting()}};
  calendar.events[1].date = year(2022) / 5 / 1;
  const std::string text = icalendar(calendar);
  CHECK(text.find("BEGIN:STANDARD\r\nDTSTART:20201025T020000\r\nRDATE:20201025T020000\r\n"
                  "RDATE:20211031T020000\r\n"
                  "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nEND:STANDARD\r\n"
                  "BEGIN:DAYLIGHT\r\nDTSTART:20210328T010000\r\nRDATE:20210328T010000\r\n"
                  "RDATE:20220327T010000\r\n"
                  "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\nEND:DAYLIGHT\r\n") !=
        std::string::npos);
}

TEST_CASE("west of Greenwich offsets are negative") {
  const Calendar calendar{.name = "x", .time_zone = "America/St_Johns", .events = {meeting()}};
  CHECK(icalendar(calendar).find("TZOFFSETTO:-0330\r\n") != std::string::npos);
}

TEST_CASE("an end that is not after the start is left out") {
  Calendar calendar{.name = "x", .time_zone = "UTC", .events = {meeting()}};
  calendar.events[0].end = calendar.events[0].start;
  CHECK(icalendar(calendar).find("DTEND") == std::string::npos);
}

TEST_CASE("what is not for everyone says so") {
  Calendar calendar{.name = "x", .time_zone = "UTC", .events = {meeting()}};
  CHECK(icalendar(calendar).find("CLASS:") == std::string::npos);
  calendar.confidential = true;
  CHECK(icalendar(calendar).find("CLASS:CONFIDENTIAL\r\n") != std::string::npos);
}

TEST_CASE("an empty calendar holds the component that RFC 5545 wants") {
  const Calendar calendar{.name = "x", .time_zone = "Europe/London", .events = {}};
  CHECK(icalendar(calendar).find("BEGIN:VTIMEZONE") != std::string::npos);
}

}  // namespace
}  // namespace opsg::released
