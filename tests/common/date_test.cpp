#include "date.h"

#include <string>

#include "catch2.h"

namespace opsg {
namespace {

using std::literals::chrono_literals::operator""y;
using std::literals::chrono_literals::operator""d;
using std::literals::chrono_literals::operator""h;
using std::literals::chrono_literals::operator""min;
using std::literals::chrono_literals::operator""s;

/// What parse_date made of the text, in one word.
std::string outcome(std::string_view text) {
  const DateParse parse = parse_date(text);
  if (!parse.value) {
    if (parse.error == DateError::impossible) return "impossible";
    return parse.error == DateError::ambiguous ? "ambiguous" : "not a date";
  }
  CHECK(parse.value->date.has_value() == (parse.value->kind == WrittenDate::Kind::date));
  if (parse.value->kind == WrittenDate::Kind::to_be_confirmed) return "TBC";
  if (parse.value->kind == WrittenDate::Kind::not_applicable) return "N/A";
  return iso_date(*parse.value->date);
}

Date date_of(std::string_view text) {
  return *parse_iso_date(text);
}

UtcTime utc(std::string_view day, std::chrono::seconds clock) {
  return std::chrono::sys_days(date_of(day)) + clock;
}

LocalDateTime local(std::string_view day, std::chrono::seconds clock) {
  return std::chrono::local_days(date_of(day)) + clock;
}

TEST_CASE("dates are read as people write them") {
  const std::string_view text =
      GENERATE("26 October 2020", "26 Oct 2020", "26th October 2020", "Monday 26 October 2020",
               "Monday, 26th October 2020", "Mon 26 Oct 2020", "26/10/2020", "2020-10-26",
               "  26   october\t2020\n", "26 OCTOBER 2020", "Monday 26/10/2020");
  CAPTURE(text);
  CHECK(outcome(text) == "2020-10-26");
}

TEST_CASE("the day comes before the month") {
  CHECK(outcome("1/2/2020") == "2020-02-01");
  CHECK(outcome("01/02/2020") == "2020-02-01");
  CHECK(outcome("10/26/2020") == "impossible");
}

TEST_CASE("every month is known in full and as three letters") {
  CHECK(outcome("1 January 2021") == "2021-01-01");
  CHECK(outcome("2nd Feb 2021") == "2021-02-02");
  CHECK(outcome("3rd March 2021") == "2021-03-03");
  CHECK(outcome("5 May 2021") == "2021-05-05");
  CHECK(outcome("9 Sep 2021") == "2021-09-09");
  CHECK(outcome("9 Sept 2021") == "2021-09-09");
  CHECK(outcome("31st December 2021") == "2021-12-31");
}

TEST_CASE("words for no date yet and none ever") {
  CHECK(outcome("TBC") == "TBC");
  CHECK(outcome(" tbc ") == "TBC");
  CHECK(outcome("N/A") == "N/A");
  CHECK(outcome("n/a") == "N/A");
}

TEST_CASE("a date that leaves the day or the century open is ambiguous") {
  const std::string_view text = GENERATE("26/10/20", "October 2020", "Oct 2020", "26 October",
                                         "26 October 20", "10/2020", "2020-10");
  CAPTURE(text);
  CHECK(outcome(text) == "ambiguous");
}

TEST_CASE("a date that the calendar lacks is impossible") {
  const std::string_view text =
      GENERATE("30 February 2021", "29 February 2021", "29/02/1900", "31/04/2021", "2021-13-01",
               "0 March 2021", "32 March 2021", "26 October 1899", "26 October 2200",
               "Tuesday 26 October 2020", "26st October 2020", "11st March 2021", "0000-01-01");
  CAPTURE(text);
  CHECK(outcome(text) == "impossible");
}

TEST_CASE("leap days and the ends of the range") {
  CHECK(outcome("29 February 2020") == "2020-02-29");
  CHECK(outcome("29/02/2000") == "2000-02-29");
  CHECK(outcome("1 January 1900") == "1900-01-01");
  CHECK(outcome("31 December 2199") == "2199-12-31");
}

TEST_CASE("other text is no date") {
  const std::string_view text = GENERATE(
      "", "   ", "soon", "Monday", "2020", "26", "26 Octobre 2020", "26-10-2020", "2020-1-5",
      "26/10/020", "26/10/2020/1", "+26 October 2020", "26 October -2020", "26 October 2020 AD",
      "October 26 2020", "26 October 99999999999999999999", "\xD9\xA2\xD9\xA6 October 2020",
      "N / A", "26/ten/2020", "/", "-", "//", "--", "th October 2020");
  CAPTURE(text);
  CHECK(outcome(text) == "not a date");
}

TEST_CASE("an ISO date is ten characters and nothing else") {
  CHECK(parse_iso_date("2020-10-26") == Date(2020y, std::chrono::October, 26d));
  const std::string_view text = GENERATE("2020-10", "2020-10-26 ", " 2020-10-26", "2020-02-30",
                                         "20-10-26", "2020-10-26T00:00:00", "26/10/2020", "");
  CAPTURE(text);
  CHECK_FALSE(parse_iso_date(text));
}

TEST_CASE("dates and times are written") {
  CHECK(iso_date(date_of("2021-01-05")) == "2021-01-05");
  CHECK(long_date(date_of("2020-10-26")) == "26 October 2020");
  CHECK(long_date(date_of("2021-05-01")) == "1 May 2021");
  CHECK(iso_date_time(utc("2020-10-26", 13h + 20min)) == "2020-10-26T13:20:00Z");
  CHECK(iso_date_time(utc("1969-12-31", 23h + 59min + 59s)) == "1969-12-31T23:59:59Z");
}

TEST_CASE("days between two dates are signed") {
  CHECK(days_between(date_of("2020-10-26"), date_of("2020-11-23")) == 28);
  CHECK(days_between(date_of("2020-11-23"), date_of("2020-10-26")) == -28);
  CHECK(days_between(date_of("2020-02-28"), date_of("2020-03-01")) == 2);
}

TEST_CASE("time zones are those of the IANA database") {
  CHECK(is_known_time_zone("Europe/London"));
  CHECK(is_known_time_zone("UTC"));
  const std::string_view name = GENERATE("", "Europe/Atlantis", "../../etc/passwd", "/etc/passwd");
  CAPTURE(name);
  CHECK_FALSE(is_known_time_zone(name));
}

TEST_CASE("a wall clock in a zone is an instant") {
  CHECK(to_utc(local("2021-02-01", 9h), "Europe/London") == utc("2021-02-01", 9h));
  CHECK(to_utc(local("2021-07-01", 9h), "Europe/London") == utc("2021-07-01", 8h));
  CHECK(to_utc(local("2021-07-01", 9h), "UTC") == utc("2021-07-01", 9h));
}

TEST_CASE("where clocks are put back, the later instant counts, so that no embargo ends early") {
  CHECK(to_utc(local("2021-10-31", 1h + 30min), "Europe/London") == utc("2021-10-31", 1h + 30min));
}

TEST_CASE("a time that clocks skip is the instant of the change") {
  CHECK(to_utc(local("2021-03-28", 1h + 30min), "Europe/London") == utc("2021-03-28", 1h));
}

TEST_CASE("the day on which an instant falls depends on the zone alone") {
  const UtcTime late = utc("2021-07-01", 23h + 30min);
  CHECK(local_date(late, "Europe/London") == date_of("2021-07-02"));
  CHECK(local_date(late, "UTC") == date_of("2021-07-01"));
  CHECK(local_date(late, "America/New_York") == date_of("2021-07-01"));
}

}  // namespace
}  // namespace opsg
