#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string diagnostics_of_facts(std::string_view facts) {
  TestSite site({{kMeeting, std::string(facts)}});
  return site.diagnostics();
}

std::string cleared(std::string_view more) {
  TestSite site({{kMeeting, meeting_toml() + std::string(more)}});
  CHECK(site.diagnostics() == "");
  const std::string all = dump(site.clear("full"));
  return all.substr(all.find('{', all.find(kMeeting)));
}

TEST_CASE("A meeting has a code and a date") {
  CHECK(diagnostics_of_facts("classification = \"white\"\n") ==
        R"(content/meetings/m/meeting.toml: error[missing-key]: `code` is missing
  help: add `code = "..."`

content/meetings/m/meeting.toml: error[missing-key]: the meeting has no date
  help: add `date = 2020-10-26`; meetings without a date stand in the `next` of others

)");
}

TEST_CASE("A code is text, never a number") {
  CHECK(
      diagnostics_of_facts("classification = \"white\"\ncode = 27\ndate = 2021-01-25\n") ==
      R"(content/meetings/m/meeting.toml:2:8: error[wrong-type]: `code` is an integer, not a string
    2 | code = 27
      |        ^~
  help: write a string

)");
}

TEST_CASE("Keys that a meeting does not have are errors, in its tables too") {
  CHECK(diagnostics_of_facts(meeting_toml() + R"(plaec = "Teleconference"
[[attendance]]
organization = "DCC"
part = "yes"
items = [3]
)") ==
        R"(content/meetings/m/meeting.toml:4:1: error[unknown-key]: unknown key `plaec`
    4 | plaec = "Teleconference"
      | ^~~~~
  help: did you mean `place`?

content/meetings/m/meeting.toml:6:1: error[unknown-key]: unknown key `organization`
    6 | organization = "DCC"
      | ^~~~~~~~~~~~
  help: did you mean `organisation`?

content/meetings/m/meeting.toml:7:8: error[wrong-type]: `part` is a string, not true or false
    7 | part = "yes"
      |        ^~~~~
  help: write true or false

content/meetings/m/meeting.toml:8:10: error[wrong-type]: `items` is an integer, not an array of strings
    8 | items = [3]
      |          ^
  help: write an array of strings

)");
}

TEST_CASE("Dates and times may be written as people write them") {
  CHECK(cleared("start = \"13:20\"\nend = 15:35:00\n[[next]]\ndate = \"2 February 2021\"\n"
                "[[next]]\ndate = \"TBC\"\n") ==
        "{code='41_2501' date=2021-01-25 start=a time end=a time next=[{date=2021-02-02 "
        "}{date='TBC' }] }\n");
}

TEST_CASE("Dates that are none are errors") {
  CHECK(
      diagnostics_of_facts(
          "classification = \"white\"\ncode = \"1\"\ndate = \"30 February 2021\"\n") ==
      R"(content/meetings/m/meeting.toml:3:8: error[date-impossible]: `30 February 2021` is a day that is not
    3 | date = "30 February 2021"
      |        ^~~~~~~~~~~~~~~~~~
  help: write it like 2020-10-26 or "26 October 2020"

)");
  CHECK(diagnostics_of_facts("classification = \"white\"\ncode = \"1\"\ndate = \"25/01/21\"\n")
            .find("error[date-ambiguous]") != std::string::npos);
  CHECK(diagnostics_of_facts("classification = \"white\"\ncode = \"1\"\ndate = \"soon\"\n")
            .find("error[date-unreadable]") != std::string::npos);
  CHECK(diagnostics_of_facts("classification = \"white\"\ncode = \"1\"\ndate = \"TBC\"\n")
            .find("error[missing-key]: the meeting has no date") != std::string::npos);
  CHECK(
      diagnostics_of_facts(meeting_toml() + "start = \"25:00\"\n").find("error[time-unreadable]") !=
      std::string::npos);
}

TEST_CASE("A title that no list can hold is an error, of a meeting as of a page") {
  const auto found = [](std::size_t length) {
    const std::string title = "title = \"" + std::string(length, 'a') + "\"\n";
    TestSite site(
        {{"content/meetings/m/meeting.toml", meeting_toml() + title},
         {"content/pages/a.md", "+++\nclassification = \"white\"\n" + title + "+++\nText.\n"}});
    return site.diagnostics();
  };
  CHECK(found(1000) == "");
  const std::string all = found(1001);
  CHECK(all.find("meeting.toml:4:9: error[title-too-long]: this title has 1001 bytes; 1000 are the "
                 "most\n") != std::string::npos);
  CHECK(all.find("content/pages/a.md:3:9: error[title-too-long]") != std::string::npos);
}

}  // namespace
}  // namespace opsg::restricted::testing
