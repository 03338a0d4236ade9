#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

const std::string kNext = "content/meetings/2021-02-22-opsg-42/meeting.toml";

std::string minutes_with(std::string_view keys) {
  return "+++\nclassification = \"white\"\n" + std::string(keys) + "+++\n\nText.\n";
}

std::string diagnostics_of_minutes(std::string_view keys) {
  TestSite site({{kMeeting, meeting_toml()}, {kMinutes, minutes_with(keys)}});
  return site.diagnostics();
}

TEST_CASE("A document of a meeting has a status") {
  CHECK(diagnostics_of_minutes("") ==
        R"(content/meetings/m/minutes.md:1:1: error[status-missing]: the document has no status
    1 | +++
      | ^~~
  help: add `status = "draft"`, `status = "final"` or the `adopted` meeting's code

)");
}

TEST_CASE("A status is draft or final") {
  CHECK(
      diagnostics_of_minutes("status = \"Final\"\n") ==
      R"(content/meetings/m/minutes.md:3:10: error[status-unknown]: `Final` is no status of a document
    3 | status = "Final"
      |          ^~~~~~~
  help: did you mean `final`?

)");
  CHECK(
      diagnostics_of_minutes("status = \"published\"\n") ==
      R"(content/meetings/m/minutes.md:3:10: error[status-unknown]: `published` is no status of a document
    3 | status = "published"
      |          ^~~~~~~~~~~
  help: write `draft` or `final`

)");
}

TEST_CASE("The comment behind a status does not say that what is final is a draft") {
  CHECK(
      diagnostics_of_minutes("status = \"final\" # draft\n") ==
      R"(content/meetings/m/minutes.md:3:18: error[status-comment]: final, but the comment behind it says draft
    3 | status = "final" # draft
      |                  ^~~~~~~
  help: write `status = "draft"`, or take the word `draft` out of the comment

)");
  TestSite site(
      {{kMeeting, meeting_toml()}, {kMinutes, minutes_with("status = \"final\" # draft\n")}});
  CHECK(site.clear("public").documents.empty());
  for (const char* comment : {"Draft until June", "still a DRAFT", "DRAFT", "(draft)",
                              "still a draft", "this is only a draft", "not final",
                              "not yet agreed by the chair", "Unapproved", "provisional"}) {
    INFO(comment);
    const std::string line = "status = \"final\"  # " + std::string(comment) + '\n';
    CHECK(diagnostics_of_minutes(line).find("error[status-comment]") != std::string::npos);
  }
  for (const char* comment :
       {"no draft any more", "final", "drafted by the secretariat", "agreed, not changed",
        "from the draft of May", "approved, not without debate: final", "no provisional text"}) {
    INFO(comment);
    CHECK(diagnostics_of_minutes("status = \"final\" # " + std::string(comment) + '\n') == "");
  }
  CHECK(diagnostics_of_minutes("status = \"draft\" # draft\n") == "");
}

TEST_CASE("The comment behind an adoption does not say that the minutes are a draft") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kNext, meeting_toml("42_2202")},
                 {kMinutes, minutes_with("adopted = \"42_2202\" # not yet agreed\n")}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/minutes.md:3:21: error[status-comment]: adopted, but the comment behind it says that it is not final
    3 | adopted = "42_2202" # not yet agreed
      |                     ^~~~~~~~~~~~~~~~
  help: write `status = "draft"` instead of `adopted`, or reword the comment

)");
}

TEST_CASE("Adopted minutes are no draft") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kNext, meeting_toml("42_2202")},
                 {kMinutes, minutes_with("status = \"draft\"\nadopted = \"42_2202\"\n")}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/minutes.md:3:10: error[status-adopted]: adopted minutes cannot be a draft
    3 | status = "draft"
      |          ^~~~~~~
  note: content/meetings/m/minutes.md:4:11: they were adopted here
    4 | adopted = "42_2202"
      |           ^~~~~~~~~
  help: leave out `status`: `adopted` makes them final

)");
}

TEST_CASE("Minutes are adopted by a meeting that is known") {
  CHECK(
      diagnostics_of_minutes("adopted = \"41_2051\"\n") ==
      R"(content/meetings/m/minutes.md:3:11: error[adopted-unknown]: no meeting has the code `41_2051`
    3 | adopted = "41_2051"
      |           ^~~~~~~~~
  help: did you mean `41_2501`?

)");
}

TEST_CASE("Where a meeting cannot be read, nothing is said of its code") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kNext, meeting_toml("42_2202") + "kind = \n"},
                 {kMinutes, minutes_with("adopted = \"42_2202\"\n")}});
  CHECK(site.diagnostics().find("error[toml-syntax]") != std::string::npos);
  CHECK(site.diagnostics().find("adopted-unknown") == std::string::npos);
}

TEST_CASE("Nobody is told the code of a meeting that they may not know of") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kNext, meeting_toml("2_Zeppelin", "amber")},
                 {kMinutes, minutes_with("adopted = \"2_Zepelin\"\n")}});
  CHECK(site.diagnostics().find("Zeppelin") == std::string::npos);
  CHECK(site.diagnostics().find("adopted-unknown") != std::string::npos);
}

TEST_CASE("Adoption makes minutes final, whatever the spelling of the code") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kNext, meeting_toml("OPSG_42")},
                 {kMinutes, minutes_with("adopted = \"opsg 42\"\n")}});
  CHECK(site.diagnostics() == "");
  REQUIRE(site.clear().documents.size() == 1);
  CHECK(site.clear().documents[0]->front_matter.contains("adopted"));
}

TEST_CASE("An audience is not told of the adoption by a meeting that it lacks") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kNext, meeting_toml("42_2202", "amber")},
                 {kMinutes, minutes_with("adopted = \"42_2202\"\n")}});
  CHECK(site.diagnostics() == "");
  CHECK_FALSE(site.clear("public").documents[0]->front_matter.contains("adopted"));
  CHECK(site.clear("members").documents[0]->front_matter.contains("adopted"));
}

TEST_CASE("A page says nothing of its status and is final") {
  TestSite site({{"content/pages/about.md", minutes_with("")}});
  CHECK(site.diagnostics() == "");
  CHECK(site.clear().documents.size() == 1);
}

TEST_CASE("Drafts are for audiences whom the policy gives drafts") {
  TestSite site({{kMeeting, meeting_toml()}, {kMinutes, minutes_with("status = \"draft\"\n")}});
  CHECK(site.diagnostics() == "");
  CHECK(site.clear("public").documents.empty());
  CHECK(site.clear("parties").documents.empty());
  CHECK(site.clear("members").documents.size() == 1);
}

}  // namespace
}  // namespace opsg::restricted::testing
