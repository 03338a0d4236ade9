#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

TestSite meeting(std::string_view more, std::string_view level = "white") {
  return TestSite({{kMeeting, meeting_toml("41_2501", level) + std::string(more)}});
}

std::string facts(TestSite site, std::string_view audience) {
  CHECK(site.diagnostics() == "");
  const std::string all = dump(site.clear(audience));
  const auto start = all.find(kMeeting);
  return start == std::string::npos ? "" : all.substr(all.find('{', start));
}

TEST_CASE("A meeting.toml has a label") {
  TestSite site({{kMeeting, "code = \"41_2501\"\ndate = 2021-01-25\n"}});
  CHECK(site.diagnostics() ==
        R"(content/meetings/m/meeting.toml: error[label-missing]: there is no classification
  help: add `classification = "..."`: white, green, amber, red

)");
}

TEST_CASE("A table's label covers the table: an array of tables lacks it") {
  const std::string next = R"(
[[next]]
kind = "main"
date = 2021-02-02
[[next]]
kind = "extraordinary"
classification = "amber"
date = 2021-02-12
)";
  CHECK(facts(meeting(next), "public") ==
        "{code='41_2501' date=2021-01-25 next=[{kind='main' date=2021-02-02 }] }\n");
  CHECK(facts(meeting(next), "members") ==
        "{code='41_2501' date=2021-01-25 next=[{kind='main' date=2021-02-02 }{kind='extraordinary' "
        "date=2021-02-12 }] }\n");
}

TEST_CASE("An array of which nothing is left is as if it never was") {
  const std::string next = "[[next]]\nclassification = \"amber\"\nkind = \"x\"\n";
  CHECK(facts(meeting(next), "public") == facts(meeting(""), "public"));
  CHECK(facts(meeting("next = []\n"), "public") == facts(meeting(""), "public"));
}

TEST_CASE("A lower label inside a higher one is an error") {
  TestSite site = meeting("[[next]]\nclassification = \"white\"\nkind = \"main\"\n", "green");
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:18: error[label-lower]: labelled white inside what is green
    5 | classification = "white"
      |                  ^~~~~~~
  note: content/meetings/m/meeting.toml:1:18: green is set here
    1 | classification = "green"
      |                  ^~~~~~~
  help: a table has at least the level of what it stands in

)");
}

TEST_CASE("A label in a table is read like every other") {
  TestSite site = meeting("[[next]]\nclassification = \"ambr\"\nkind = \"main\"\n");
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:18: error[label-unknown]: `ambr` is no level of the policy
    5 | classification = "ambr"
      |                  ^~~~~~
  help: did you mean `amber`? the levels are white, green, amber, red

)");
  CHECK(facts(meeting("[[next]]\nkind = \"x\"\n"), "public").find("'x'") != std::string::npos);
  CHECK(dump(site.clear("public")).find("main") == std::string::npos);
}

TEST_CASE("A misspelt label in a table is an error") {
  TestSite site = meeting("[[next]]\nclasification = \"amber\"\nkind = \"main\"\n");
  CHECK(site.diagnostics() ==
        R"(content/meetings/m/meeting.toml:5:1: error[unknown-key]: unknown key `clasification`
    5 | clasification = "amber"
      | ^~~~~~~~~~~~~
  help: did you mean `classification`?

)");
}

TEST_CASE("Markings do not work in TOML strings") {
  TestSite site = meeting("place = \"(AMBER) the supplier's office\"\n");
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:4:9: error[marking-in-toml]: a marking does not work in a TOML string
    4 | place = "(AMBER) the supplier's office"
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: give the table a `classification`, or reword the text

)");
  CHECK(meeting("place = \"office [amber: of a supplier]\"\n").has_error("marking-in-toml"));
  CHECK(meeting("place = \"office (AMBR)\"\n").has_error("marking-in-toml"));
  CHECK(meeting("place = \"office (amber)\"\n").has_error("marking-in-toml"));
  CHECK_FALSE(meeting("place = \"the Amber Room (green door)\"\n").has_errors());
}

TEST_CASE("Markings without brackets do not work in TOML strings either") {
  for (const char* text :
       {"AMBER: the office", "AMBER - the office", "the office - AMBER", "TLP:GREEN the office",
        "the office TLP:GREEN", "the office: RED", "TLP : GREEN the office",
        "the office (Marking: AMBER)", "[End of AMBER]", "\u2022 AMBER: x"}) {
    INFO(text);
    CHECK(meeting("place = \"" + std::string(text) + "\"\n").has_error("marking-in-toml"));
    TestSite parties({{"content/parties.toml",
                       "[[party]]\nname = \"X\"\ntitle = \"" + std::string(text) + "\"\n"}});
    CHECK(parties.has_error("marking-in-toml"));
    TestSite glossary({{"content/glossary.toml", "[terms]\nX = \"" + std::string(text) + "\"\n"}});
    CHECK(glossary.has_error("marking-in-toml"));
    TestSite site({{"site.toml", "description = \"" + std::string(text) + "\"\n" + kSiteToml}});
    CHECK(site.has_error("marking-in-toml"));
    CHECK(TestSite({{"content/pages/a.md", "+++\nclassification = \"white\"\ntitle = \"" +
                                               std::string(text) + "\"\n+++\n"}})
              .has_error("marking-in-toml"));
  }
  for (const char* text : {"the Amber Room", "AMBER", "Red, Amber, Green", "an amber status",
                           "Red Lion Inn - green room", "RED 3"}) {
    INFO(text);
    CHECK_FALSE(meeting("place = \"" + std::string(text) + "\"\n").has_errors());
  }
  CHECK_FALSE(meeting("", "TLP:GREEN").has_errors());
}

TEST_CASE("A statement of the policy is no marking, whatever it begins with") {
  std::string site = kSiteToml;
  const std::string amber = "name = \"amber\"\n";
  site.insert(site.find(amber) + amber.size(), "handling = \"AMBER: members only\"\n");
  const auto findings_of = [&](std::string_view handling) {
    return TestSite({{"site.toml", site},
                     {"content/pages/a.md", "+++\nclassification = \"amber\"\nhandling = \"" +
                                                std::string(handling) + "\"\n+++\n"}})
        .diagnostics();
  };
  CHECK(findings_of("AMBER: members only") == "");
  CHECK(findings_of("RED: members only").find("error[marking-in-toml]") != std::string::npos);
}

TEST_CASE("The comment behind a label names no other level") {
  CHECK(
      meeting("[[next]] # RED\nclassification = \"amber\" # until RED\nkind = \"main\"\n")
          .diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:26: error[label-comment]: labelled amber, but the comment behind it says red
    5 | classification = "amber" # until RED
      |                          ^~~~~~~~~~~
  help: label it red, or say in the comment no level but the label's

)");
  const auto next = [](std::string_view comment) {
    return meeting(
               "next = [{ classification = \"green\", kind = \"x\" }]\n[[attendance]]\n"
               "classification = \"green\" # " +
               std::string(comment) + "\nrole = \"x\"\n")
        .diagnostics();
  };
  for (const char* comment : {"AMBER", "amber", "(Amber)", "TLP:CLEAR", "should be AMBER?"}) {
    INFO(comment);
    CHECK(next(comment).find("error[label-comment]") != std::string::npos);
  }
  for (const char* comment : {"GREEN", "green, was amber", "no red tape", "cleared", "REDS"}) {
    INFO(comment);
    CHECK(next(comment).find("label-comment") == std::string::npos);
  }
}

TEST_CASE("A label is no more open than what an import found its document to say") {
  const auto labelled = [](std::string_view label, std::string_view comments) {
    return TestSite(
               {{"content/pages/a.md", "+++\n" + std::string(comments) + "classification = \"" +
                                           std::string(label) + "\"\n+++\nText.\n"}})
        .diagnostics();
  };
  CHECK(labelled("white", "# The document says: Classified as White.\n# It also says: Amber\n") ==
        R"(content/pages/a.md:3:1: error[label-comment]: labelled white, but the document says AMBER
    3 | # It also says: Amber
      | ^~~~~~~~~~~~~~~~~~~~~
  help: label it amber; where you have seen that it does not concern what the record shows, delete the comment

)");
  const auto is_disputed = [&](std::string_view label, std::string_view comments) {
    return labelled(label, comments).find("error[label-comment]") != std::string::npos;
  };
  CHECK(
      is_disputed("green", "# The document says: This long\n# document is classified as Amber.\n"));
  CHECK(is_disputed("amber", "# It also says: confidential\n# It also says: more\n"));
  CHECK_FALSE(is_disputed("amber", "# The document says: classified as Amber.\n"));
  CHECK_FALSE(is_disputed("red", "# It also says: Confidential\n"));
  CHECK_FALSE(is_disputed("white", "# The document says nothing of its classification.\n"));
  CHECK_FALSE(is_disputed("white", "# Once AMBER, now for all.\n"));
  for (const char* comments :
       {"# It also says: AMBER\n\n", "# It also says: AMBER\nstatus = \"final\"\n",
        "## the document says: Ambre\r\n", "\n  #It also says: TLP AMBER\n"}) {
    INFO(comments);
    CHECK(is_disputed("white", comments));
  }
  TestSite below({{"content/pages/a.md",
                   "+++\nclassification = \"white\"\n# It also says: RED\n+++\nText.\n"}});
  CHECK(below.diagnostics().find("error[label-comment]") != std::string::npos);
  TestSite text(
      {{"content/pages/a.md", "+++\nclassification = \"white\"\n+++\n# It also says: red\n"}});
  CHECK(text.diagnostics().empty());
}

TEST_CASE("The comment behind a document's label names no other level") {
  TestSite page({{"content/pages/a.md", "+++\r\nclassification = \"white\" # AMBER\r\n+++\r\n"}});
  CHECK(page.has_error("label-comment"));
  CHECK(page.clear("full").documents.empty());
}

TEST_CASE("Names of people have the policy's level for people") {
  const std::string attendance = R"(
[[attendance]]
category = "Operations Group Members"
organisation = "Large Suppliers"
name = "Person Alpha"
alternate_for = "Person Beta"
role = "Chair"
[[attendance]]
name = "Person Gamma"
)";
  CHECK(facts(meeting(attendance), "public") ==
        "{code='41_2501' date=2021-01-25 attendance=[{category='Operations Group Members' "
        "organisation='Large Suppliers' role='Chair' }{}] }\n");
  CHECK(facts(meeting(attendance), "parties") ==
        "{code='41_2501' date=2021-01-25 attendance=[{category='Operations Group Members' "
        "organisation='Large Suppliers' name='Person Alpha' alternate_for='Person Beta' "
        "role='Chair' }{name='Person Gamma' }] }\n");
}

}  // namespace
}  // namespace opsg::restricted::testing
