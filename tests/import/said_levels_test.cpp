// What a document says of levels, wherever it says it, stays for a person to judge.

#include "said_levels.h"

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::importing {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kHead = "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\n";
constexpr const char* kWhite = "This document is classified as White.\n\n";

/// What is said besides the banner of minutes with this text.
Texts also(const std::string& text, const std::string& banner = kWhite) {
  const auto imported = test::import_text(kHead + banner + text);
  CHECK(imported.account.reconciles());
  return imported.meeting.said.also;
}

std::string pages_with(const std::string& header) {
  return header + "\n\n" + kHead + kWhite + "1. One\n\nText.\n\f" + header +
         "\n\n2. Two\n\nMore.\n";
}

TEST_CASE("A label that pages repeat is said above the record's") {
  const auto imported = test::import_text(pages_with("AMBER"));
  CHECK(imported.markdown.starts_with(
      "+++\n# The document says: This document is classified as White.\n# It also says: "
      "AMBER\nclassification = \"\"\n"));
  CHECK(write_meeting(imported.meeting)
            .starts_with("# The document says: This document is classified as White.\n# It also "
                         "says: AMBER\nclassification = \"\"\n"));
  CHECK(imported.account.reconciles());
  for (const char* header : {"Classification: Amber - Page 1 of 2", "Page 1 of 2 AMBER",
                             "OPSG 41 Minutes (AMBER) 1", "Confidential - not for publication"}) {
    CAPTURE(header);
    CHECK_FALSE(test::import_text(pages_with(header)).meeting.said.also.empty());
  }
  CHECK(test::import_text(pages_with("OPSG 41 Minutes")).meeting.said.also.empty());
}

TEST_CASE("A banner further down that closes more is said") {
  CHECK(also("1. One\n\nText.\n\n2. Two\n\nClassification: Amber\n\nMore.\n") ==
        Texts{"Classification: Amber"});
  CHECK(also("1. One\n\nText.\n\n2. Two\n\nClassification: White\n\nMore.\n").empty());
  CHECK(also("1. One\n\nText.\n\nClassification: Green\n\nMore.\n",
             "This document is classified as Amber.\n\n")
            .empty());
}

TEST_CASE("A marking that stays within the text is said, one that the label covers is not") {
  CHECK(also("1. One\n\n(AMBER) The supplier is late.\n") == Texts{"(AMBER)"});
  CHECK(also("1. One\n\n(AMBER) The supplier is late.\n", "This document is classified as Red.\n\n")
            .empty());
}

TEST_CASE("What nobody understands is said where it names a level, in prose in capitals only") {
  CHECK(also("The supplier [AMBER: it\nis late] owes.\n\n1. One\n\nNone.\n") ==
        Texts{"The supplier [AMBER: it"});
  const Level white;
  const Policy& policy = test::ImportSite().policy;
  const std::string prose = "The committee thanked the team for the work on its red tape";
  CHECK_FALSE(names_more_closed(prose, white, policy));
  CHECK(names_more_closed(prose + ", RED", white, policy));
  CHECK(names_more_closed("commercial  in confidence", white, policy));
  CHECK_FALSE(names_more_closed("Covered by the redaction", white, policy));
  CHECK_FALSE(names_more_closed("Confidential", policy.most_closed(), policy));
}

TEST_CASE("A long text is said by the name in it") {
  const std::string words(150, 'x');
  CHECK(also(words + " AMBER\nand so on, until\n\n1. One\n\nNone.\n") == Texts{"AMBER"});
}

TEST_CASE("What stands beside the text and in the file's name is said where it names a level") {
  DocumentText document = test::document_of(std::string(kHead) + kWhite + "1. One\n\nText.\n");
  document.file = "OPSG_41_AMBER.docx";
  document.asides = {"The author", "This paragraph is AMBER"};
  const test::ImportSite site;
  const auto imported = import_document(document, site.rules());
  CHECK(imported.meeting.said.also == Texts{"This paragraph is AMBER", "OPSG_41_AMBER.docx"});
}

TEST_CASE("A marked line of the attendance is left for a person, one of a person's name is not") {
  const auto imported = test::import_text(
      std::string(kHead) +
      "Attendees\n\nOrganisation\tName\nDCC\t(AMBER) Pat Doe\nDCC\tAmber Doe\n\n1. One\n\nText.\n");
  REQUIRE(imported.meeting.attendance.size() == 1);
  CHECK(imported.meeting.attendance.front().name == "Amber Doe");
  CHECK(imported.meeting.said.also == Texts{"(AMBER) Pat Doe"});
  CHECK(imported.account.reconciles());
}

TEST_CASE("A line that names a level is no place of a meeting") {
  for (const char* line : {"Confidential", "Circulation: Amber", "Paper 3: The supplier"}) {
    CAPTURE(line);
    const auto imported = test::import_text(std::string(kHead) + line + "\n\n1. One\n\nText.\n");
    CHECK(imported.meeting.place.empty());
    CHECK(imported.unresolved.size() == 1);
  }
}

TEST_CASE("A table with a column that labels its rows stays a table") {
  const auto imported = test::import_text(
      std::string(kHead) +
      "1. Actions\n\nAction ID\tAction\tOwner\tClassification\nOPSG 37/01\tThe DCC to "
      "report\tDCC\tAmber\n");
  CHECK(test::body_of(imported) ==
        "\n## 1. Actions\n\n| Action ID | Action | Owner | Classification |\n|---|---|---|---|\n"
        "| OPSG 37/01 | The DCC to report | DCC | Amber |\n");
}

TEST_CASE("Final minutes whose pages say draft are a draft") {
  const auto imported = test::import_text(pages_with("DRAFT"));
  CHECK(imported.markdown.find("status = \"draft\"\n") != std::string::npos);
  CHECK(test::import_findings(pages_with("DRAFT"), imported) ==
        "minutes.txt: warning[import-draft]: what its pages repeat says that it is a draft\n"
        "  help: it is taken for one: write `status = \"final\"` if it is not\n");
  CHECK(test::import_text(pages_with("OPSG")).markdown.find("status = \"final\"\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace opsg::importing
