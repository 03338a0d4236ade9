#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

const std::string kGreenStatement =
    "Information can be shared with other SEC Parties and SMIP stakeholders at large, but not "
    "published (including publication online).";

std::string diagnostics_of_page(std::string_view level, std::string_view body,
                                std::string_view handling = {}) {
  std::string page = "+++\nclassification = \"" + std::string(level) + "\"\n";
  if (!handling.empty()) page += "handling = \"" + std::string(handling) + "\"\n";
  TestSite site({{"content/pages/about.md", page + "+++\n\n" + std::string(body)}});
  return site.diagnostics();
}

bool is_contradicted(std::string_view level, std::string_view body) {
  const std::string found = diagnostics_of_page(level, body);
  CHECK((found.empty() || found.find("error[handling-mismatch]") != std::string::npos));
  return !found.empty();
}

TEST_CASE("A document's handling statement is its level's") {
  CHECK(diagnostics_of_page("green", "", kGreenStatement) == "");
  CHECK(
      diagnostics_of_page("white", "", kGreenStatement) ==
      R"(content/pages/about.md:3:12: error[handling-mismatch]: labelled white, but its handling statement is green's
    3 | handling = "Information can be shared with other SEC Parties and SMIP stakeholders at large, but not published (including publication online)."
      |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  note: white's statement is "Information can be shared with the public, and any members may publish the information, subject to copyright."
  help: label it green, or correct the statement

)");
}

TEST_CASE(
    "A page footer that carries another level's statement is found, wrapped and in any dress") {
  CHECK(
      diagnostics_of_page("white", R"(Minutes.

This document is classified as **White**. INFORMATION can be  shared with
other *SEC Parties* and SMIP stakeholders at large, but not published
(including publication online).
)") ==
      R"(content/pages/about.md:7:43: error[handling-mismatch]: labelled white, but its handling statement is green's
    7 | This document is classified as **White**. INFORMATION can be  shared with
      |                                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  note: white's statement is "Information can be shared with the public, and any members may publish the information, subject to copyright."
  help: label it green, or correct the statement

)");
}

TEST_CASE("A distinctive part of a statement is enough") {
  CHECK(is_contradicted("white", "Information can be shared with other SEC Parties.\n"));
  CHECK(
      is_contradicted("white", "... Parties and SMIP stakeholders at large, but not published.\n"));
  CHECK(is_contradicted("green", "Information can be shared with the public, and more.\n"));
  CHECK(is_contradicted("white",
                        "> \xE2\x80\x9CInformation can be shared with other SEC\n> Parties\n"));
}

TEST_CASE("Prose that shares words with a statement is none") {
  CHECK_FALSE(is_contradicted("white", "The information can be shared with other SEC Parties.\n"));
  CHECK_FALSE(is_contradicted("green", "Information can be shared with suppliers.\n"));
  CHECK_FALSE(is_contradicted("white", "Information can be shared with\n\nother SEC Parties.\n"));
}

TEST_CASE("Text that claims another classification contradicts the label") {
  CHECK(
      diagnostics_of_page("white", "This document is classified as **Green**.\n") ==
      R"(content/pages/about.md:5:18: error[handling-mismatch]: labelled white, but the text says that it is green
    5 | This document is classified as **Green**.
      |                  ^~~~~~~~~~~~~~~~~~~~~
  note: white's statement is "Information can be shared with the public, and any members may publish the information, subject to copyright."
  help: label it green, or correct the text

)");
  CHECK(is_contradicted("white", "Classification: AMBER\n"));
  CHECK(is_contradicted("green", "Classified as\nTLP:CLEAR\n"));
  CHECK_FALSE(is_contradicted("white", "Classified as TLP:CLEAR. Classification: White\n"));
  CHECK_FALSE(is_contradicted("white", "The status for this LSC was **AMBER**.\n"));
}

TEST_CASE("Only a claim about this document contradicts its label") {
  CHECK(is_contradicted("white", "These minutes of 1 May are hereby classified as Green.\n"));
  CHECK(is_contradicted("white", "Text. This paper is\nclassified Amber.\n"));
  CHECK(is_contradicted("white", "# Minutes\n\n**Classified: Green**\n"));
  CHECK(is_contradicted("white", "Date: 1 May\nClassification: Green\n"));
  CHECK(is_contradicted("white", "- Classified as Green\n"));
  CHECK_FALSE(is_contradicted("white", "They asked that the paper be classified as Amber.\n"));
  CHECK_FALSE(is_contradicted("white", "The previous minutes were\nclassified as Green.\n"));
  CHECK_FALSE(is_contradicted("white", "It asked that this document be classified as Amber.\n"));
}

TEST_CASE("What this text is said to be is a claim, whatever it is called") {
  for (const char* claim : {
           "This section is classified as Amber.",
           "This agenda item has been marked as AMBER.",
           "3.1 This item was labelled Amber.",
           "The following section is marked Amber.",
           "The following paragraphs are rated as Amber.",
           "The information was classified as Amber.",
           "The report is classified as Amber.",
           "These headlines have been labelled Amber.",
           "Please note that this paper is marked Amber.",
           "This is classified as Amber.",
           "The following is marked Amber.",
           "What follows is classified Amber.",
           "This section is AMBER.",
           "This paper is Amber.",
           "This information must be treated as Amber.",
           "Please treat this section as Amber.",
           "Treat as AMBER.",
           "*Classified Amber*",
           "Labelled as Amber.",
           "Sensitivity: Amber",
           "Classification level: Amber",
           "- Label: AMBER",
           "| Handling | Amber |\n|---|---|",
           "Security classification: Amber",
           "**Document classification**: Amber",
           "Classification Amber",
           "Protective marking \xE2\x80\x93 AMBER",
           "Marking: AMBER",
           "| Marking | Amber |\n|---|---|",
       }) {
    INFO(claim);
    CHECK(is_contradicted("white", std::string("Text.\n\n") + claim + "\n"));
    CHECK_FALSE(is_contradicted("amber", std::string("Text.\n\n") + claim + "\n"));
  }
}

TEST_CASE("A name of several words needs no verb but to be") {
  CHECK(is_contradicted("green", "This annex is TLP:CLEAR.\n"));
  CHECK(is_contradicted("green", "These notes have been **TLP CLEAR**.\n"));
  CHECK_FALSE(is_contradicted("green", "The supplier said it is TLP:CLEAR.\n"));
}

TEST_CASE("What tells of other documents, or of a status, claims nothing") {
  for (const char* prose : {
           "The paper was Amber.",
           "The report was classified as Amber.",
           "The previous report is classified as Amber.",
           "This LSC was rated Amber.",
           "This item was rated Amber.",
           "This report is Amber.",
           "This is Amber.",
           "This was classified as Red.",
           "This section is Red team work.",
           "This item is treated as Red.",
           "Handling: red flag cases",
           "Marked as Red by the supplier.",
           "Treat it as you like: Red.",
           "The incident classification: Amber was agreed.",
           "Incident classification: Red",
           "Classification Amber was agreed.",
           "The marking exercise Red Team",
           "This supplier asked what a paper marked Amber is.",
           "The risk was marked Amber.",
       }) {
    INFO(prose);
    CHECK_FALSE(is_contradicted("white", std::string("Text.\n\n") + prose + "\n"));
  }
}

TEST_CASE("A statement that says the contrary is not near, whatever it shares") {
  for (const char* denied : {
           "Information cannot be shared with the public, and any members may publish the "
           "information, subject to copyright.",
           "The information can not be shared with the public, and members may publish the "
           "information, subject to copyright.",
       }) {
    INFO(denied);
    CHECK(diagnostics_of_page("white", "", denied)
              .find("error[handling-unknown]: labelled white, but its handling statement is no "
                    "level's") != std::string::npos);
  }
}

TEST_CASE("A handling text that is no level's statement is an error") {
  CHECK(
      diagnostics_of_page("white", "", "Do with it as you like") ==
      R"(content/pages/about.md:3:12: error[handling-unknown]: labelled white, but its handling statement is no level's
    3 | handling = "Do with it as you like"
      |            ^~~~~~~~~~~~~~~~~~~~~~~~
  note: white's statement is "Information can be shared with the public, and any members may publish the information, subject to copyright."
  help: write the statement as the policy has it, or leave `handling` out

)");
}

TEST_CASE("A handling text near the level's own statement is a warning") {
  CHECK(
      diagnostics_of_page("white", "",
                          "The information may be shared with the public, and members can "
                          "publish the information, subject to copyright.") ==
      R"(content/pages/about.md:3:12: warning[handling-unknown]: the handling statement differs from white's
    3 | handling = "The information may be shared with the public, and members can publish the information, subject to copyright."
      |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  note: white's statement is "Information can be shared with the public, and any members may publish the information, subject to copyright."
  help: write the statement as the policy has it, or leave `handling` out

)");
}

TEST_CASE("A level without a statement takes any that is no other level's") {
  CHECK(diagnostics_of_page("amber", "", "Members only") == "");
  CHECK(diagnostics_of_page("amber", "", kGreenStatement) ==
        "content/pages/about.md:3:12: error[handling-mismatch]: labelled amber, but its handling "
        "statement is green's\n    3 | handling = \"" +
            kGreenStatement + "\"\n      |            ^" +
            std::string(kGreenStatement.size() + 1, '~') +
            "\n  help: label it green, or correct the statement\n\n");
}

TEST_CASE("A document that contradicts its label is not cleared") {
  TestSite site({{"content/pages/about.md",
                  "+++\nclassification = \"white\"\n+++\n" + kGreenStatement + "\n"}});
  CHECK(site.has_error("handling-mismatch"));
  CHECK(site.clear("public").documents.empty());
}

TEST_CASE("A statement in a marked portion is the portion's, or that of what is around it") {
  const std::string white =
      "Information can be shared with the public, and any members may publish.";
  CHECK_FALSE(is_contradicted("white", "(GREEN) " + kGreenStatement + "\n"));
  CHECK_FALSE(is_contradicted("white", "## 9. AOB (AMBER)\n\nText.\n\n" + white + "\n"));
  CHECK(diagnostics_of_page("white", "(AMBER) " + kGreenStatement + "\n") ==
        "content/pages/about.md:5:9: error[handling-mismatch]: marked amber, but its handling "
        "statement is green's\n    5 | (AMBER) " +
            kGreenStatement + "\n      |         ^" + std::string(kGreenStatement.size() - 3, '~') +
            "\n  help: mark it green, or correct the statement\n\n");
}

TEST_CASE("An open extract does not carry its closed document's statement") {
  CHECK(is_contradicted("green", "(WHITE) " + kGreenStatement + "\n"));
  CHECK_FALSE(is_contradicted("green", "(WHITE) Open.\n\n" + kGreenStatement + "\n"));
}

}  // namespace
}  // namespace opsg::restricted::testing
