#include "field_value.h"

#include <fmt/format.h>

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

/// The finding on a field of an entry; the value begins at column 5 + the title's length.
std::string found(std::string_view entry, std::string_view field) {
  return findings_of_minutes(fmt::format("### {}\n\n- {}\n", entry, field));
}

TEST_CASE("a percentage keeps exactly what was written") {
  CHECK(parse_percentage("96.12%") == Percentage{9612});
  CHECK(parse_percentage("96.12 %") == Percentage{9612});
  CHECK(parse_percentage("96.1%") == Percentage{9610});
  CHECK(parse_percentage("96.01%") == Percentage{9601});
  CHECK(parse_percentage("99%") == Percentage{9900});
  CHECK(parse_percentage("0%") == Percentage{0});
  CHECK(parse_percentage("107%") == Percentage{10700});
  for (const std::string_view bad : {"96.12", "96.123%", "96.%", ".5%", "-1%", "1,5%", "%", "",
                                     "9999999%", "1e2%", "+1%", "1.-1%", "96 .1%"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_percentage(bad));
  }
}

TEST_CASE("a score may have a band") {
  CHECK(parse_score("20 - Critical") == Score{20, "Critical"});
  CHECK(parse_score("20 – Critical") == Score{20, "Critical"});
  CHECK(parse_score("20 — Critical") == Score{20, "Critical"});
  CHECK(parse_score("20-Critical") == Score{20, "Critical"});
  CHECK(parse_score("15 (High)") == Score{15, "High"});
  CHECK(parse_score("15 High") == Score{15, "High"});
  CHECK(parse_score("5") == Score{5, ""});
  for (const std::string_view bad :
       {"", "High", "20th", "20.5", "-5", "99999", "15 (High", "5/6"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_score(bad));
  }
}

TEST_CASE("a period is a month, a quarter or a year") {
  using std::chrono::year;
  const auto october = parse_period("October 2021");
  REQUIRE(october);
  CHECK(*october == Period{year(2021) / 10, year(2021) / 10, "October 2021"});
  CHECK(parse_period("Oct  2021") == Period{year(2021) / 10, year(2021) / 10, "Oct 2021"});
  CHECK(parse_period("q3 2021") == Period{year(2021) / 7, year(2021) / 9, "q3 2021"});
  CHECK(parse_period("2021") == Period{year(2021) / 1, year(2021) / 12, "2021"});
  for (const std::string_view bad :
       {"", "October", "Q5 2021", "Q0 2021", "Octobre 2021", "1 October 2021", "21", "Oct 21",
        "November and December 2021", "1899", "2021 Q3"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_period(bad));
  }
}

TEST_CASE("a RAG status is one of three colours") {
  CHECK(parse_rag("RED") == Rag::red);
  CHECK(parse_rag("Amber") == Rag::amber);
  CHECK(parse_rag("green") == Rag::green);
  CHECK_FALSE(parse_rag("blue"));
}

TEST_CASE("every type is read from a record") {
  const auto read = read_minutes(
      "### OPSG 41/02: A\n\n- Raised: 26 October 2020\n- TARGET: tbc\n- Revised: n/a\n"
      "- **Owner**: CSP North/DCC\n- **Status:** closed\n\n"
      "### Risk 006: B\n\n- Severity: 20 - Critical\n\n"
      "### LSC 6: C\n\n- Release: February 2022 *SEC* Release\n- Status: **AMBER**\n\n"
      "### CPM1: D\n\n- Period: Q3 2021\n- Value: 96.1 %\n");
  CHECK(findings(read) == "");
  CHECK(summary(read.record) ==
        "entry actions: OPSG 41/02 | A | no item\n"
        "  raised = 2020-10-26\n"
        "  target = TBC\n"
        "  revised = N/A\n"
        "  owner = CSP N + DCC\n"
        "  status = Closed (closed)\n"
        "entry risks: Risk 006 | B | no item\n"
        "  severity = 20 Critical\n"
        "entry reviews: LSC 6 | C | no item\n"
        "  release = February 2022 SEC Release\n"
        "  status = amber\n"
        "entry measures: CPM1 | D | no item\n"
        "  period = 2021-07 to 2021-09\n"
        "  value = 96.10%\n");
}

TEST_CASE("a date that cannot be is shown under its value") {
  CHECK(found("OPSG 41/02", "Raised: 30 February 2021") ==
        "minutes.md:3:11: error[date-impossible]: `30 February 2021` is no day of the calendar\n"
        "    3 | - Raised: 30 February 2021\n"
        "      |           ^~~~~~~~~~~~~~~~\n"
        "  help: check its day, month and weekday; the day comes before the month\n");
  CHECK(found("OPSG 41/02", "Target: 26/10/20") ==
        "minutes.md:3:11: error[date-ambiguous]: `26/10/20` leaves open which day is meant\n"
        "    3 | - Target: 26/10/20\n"
        "      |           ^~~~~~~~\n"
        "  help: write day, month and year in full, such as `26 October 2020`\n");
  CHECK(found("OPSG 41/02", "Target: soon") ==
        "minutes.md:3:11: error[field-type]: `Target` is a date, and `soon` is none\n"
        "    3 | - Target: soon\n"
        "      |           ^~~~\n"
        "  help: write `26 October 2020`, `TBC` or `N/A`, or leave the field out\n");
}

TEST_CASE("a value of another type is shown under its value") {
  CHECK(found("Risk 006", "Severity: high") ==
        "minutes.md:3:13: error[field-type]: `Severity` is a score, and `high` is none\n"
        "    3 | - Severity: high\n"
        "      |             ^~~~\n"
        "  help: write `20 - Critical`, `15 (High)` or `5`, or leave the field out\n");
  CHECK(found("CPM1", "Value: 96.12") ==
        "minutes.md:3:10: error[field-type]: `Value` is a percentage, and `96.12` is none\n"
        "    3 | - Value: 96.12\n"
        "      |          ^~~~~\n"
        "  help: write `96.12%`, or leave the field out\n");
  CHECK(found("CPM1", "Period: lately") ==
        "minutes.md:3:11: error[field-type]: `Period` is a period, and `lately` is none\n"
        "    3 | - Period: lately\n"
        "      |           ^~~~~~\n"
        "  help: write `October 2021`, `Q3 2021` or `2021`, or leave the field out\n");
  CHECK(found("LSC 6", "Status: Blue") ==
        "minutes.md:3:11: error[field-type]: `Status` is a RAG status, and `Blue` is none\n"
        "    3 | - Status: Blue\n"
        "      |           ^~~~\n"
        "  help: write `Red`, `Amber` or `Green`, or leave the field out\n");
  CHECK(found("OPSG 41/02", "Owner: /") ==
        "minutes.md:3:10: error[field-type]: `Owner` is parties, and `/` is none\n"
        "    3 | - Owner: /\n"
        "      |          ^\n"
        "  help: write `SECAS, DCC`, or leave the field out\n");
}

TEST_CASE("a state that the register lacks is shown with the nearest") {
  CHECK(found("OPSG 41/02", "Status: Clsoed") ==
        "minutes.md:3:11: error[state-unknown]: `Clsoed` is no state of Action log\n"
        "    3 | - Status: Clsoed\n"
        "      |           ^~~~~~\n"
        "  help: did you mean `Closed`?\n");
  CHECK(found("OPSG 41/02", "Status: somewhere else") ==
        "minutes.md:3:11: error[state-unknown]: `somewhere else` is no state of Action log\n"
        "    3 | - Status: somewhere else\n"
        "      |           ^~~~~~~~~~~~~~\n"
        "  help: the states are Open, Closed\n");
}

TEST_CASE("a party that parties.toml lacks is kept as written, with a warning") {
  const auto read = read_minutes("### OPSG 41/02\n\n- Owner: SECSA, Suppliers\n");
  CHECK(summary(read.record) ==
        "entry actions: OPSG 41/02 |  | no item\n  owner = SECSA + Suppliers\n");
  CHECK(findings(read) ==
        "minutes.md:3:10: warning[party-unknown]: `SECSA` is not in parties.toml\n"
        "    3 | - Owner: SECSA, Suppliers\n"
        "      |          ^~~~~\n"
        "  help: did you mean `SECAS`?\n"
        "minutes.md:3:17: warning[party-unknown]: `Suppliers` is not in parties.toml\n"
        "    3 | - Owner: SECSA, Suppliers\n"
        "      |                 ^~~~~~~~~\n"
        "  help: add it there, or give one of its names\n");
}

TEST_CASE(
    "an unknown party is found behind a longer name, and in a text that is written otherwise") {
  const auto place = [](const std::string& owner) {
    const auto read = read_minutes("### OPSG 41/02\n\n- Owner: " + owner + "\n");
    REQUIRE(read.diagnostics.items().size() == 1);
    return read.diagnostics.items()[0].span;
  };
  CHECK(place("SECAS, SEC") == SourceSpan{SourcePath("minutes.md"), 3, 17, 3});
  CHECK(place("DCC, New\\_Co").column == 3);
}

TEST_CASE("the place of a value is found behind markup, and in nested lists") {
  const auto read =
      read_minutes("### OPSG 41/02\n\n  * **Raised:** Raised\n  * Owner: the  DCC \n");
  CHECK(findings(read) ==
        "minutes.md:3:17: error[field-type]: `Raised` is a date, and `Raised` is none\n"
        "    3 |   * **Raised:** Raised\n"
        "      |                 ^~~~~~\n"
        "  help: write `26 October 2020`, `TBC` or `N/A`, or leave the field out\n");
  CHECK(read.record.entries.at(0).fields.at(0).span ==
        SourceSpan{SourcePath("minutes.md"), 4, 12, 8});
}

}  // namespace
}  // namespace opsg::test
