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

TEST_CASE("What nobody understands is said where it names a level") {
  CHECK(also("The supplier [AMBER: it\nis late] owes.\n\n1. One\n\nNone.\n") ==
        Texts{"The supplier [AMBER: it"});
}

TEST_CASE("A level is meant by other separators too, and without its scheme's name") {
  Policy policy = test::ImportSite().policy;
  policy.levels[1].name = "TLP:GREEN";
  policy.levels[2].name = "members only";
  CHECK(level_meant("green", policy) == Level{1});
  CHECK(level_meant("TLP GREEN", policy) == Level{1});
  CHECK(level_meant("Members-Only", policy) == Level{2});
  CHECK_FALSE(level_meant("protected", policy));
}

TEST_CASE("A long banner counts, by its level, by its statement, or because nobody knows it") {
  CHECK(also("1. One\n\nText.\n\nThis document is classified as Amber. It goes to the members of "
             "the committee and to nobody else.\n\n2. Two\n\nMore.\n")
            .size() == 1);
  const std::string green =
      "Information can be shared with the parties and stakeholders at large, but not published "
      "(including publication online).\n\n";
  CHECK(also("1. One\n\nText.\n\n" + green + "2. Two\n\nMore.\n") ==
        Texts{"a handling statement (green)"});
  CHECK(also("1. One\n\nText.\n", green) == Texts{"a handling statement (green)"});
  const std::string unknown = "This document is classified as Protected.\n\n";
  CHECK(also("1. One\n\nText.\n\n" + unknown + "2. Two\n\nMore.\n", unknown) ==
        Texts{"a level that the policy lacks (red)"});
}

TEST_CASE("Each level is said, however many texts there are") {
  std::string text = "AMBER - page 1\n\n" + std::string(kHead) + kWhite + "1. One\n\nText.\n";
  for (int page = 2; page < 40; ++page) {
    text += "\fAMBER - page " + std::to_string(page) + "\n\nMore text of this page.\n";
  }
  DocumentText document = test::document_of(text);
  document.asides = {std::string(150, 'x') + " AMBER " + std::string(50, 'y') + " RED"};
  const test::ImportSite site;
  CHECK(import_document(document, site.rules()).meeting.said.also ==
        Texts{"AMBER, RED", "AMBER - page 1"});
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
  CHECK(imported.meeting.said.also == Texts{"OPSG_41_AMBER.docx", "This paragraph is AMBER"});
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

TEST_CASE("A level alone on a line or in a cell is said, a rating is not") {
  CHECK(also("1. One\n\nAmber\n\nText.\n") == Texts{"Amber"});
  CHECK(also("1. One\n\nItem\tRemarks\nA supplier\tAmber\nAnother\t\n") == Texts{"Amber"});
  CHECK(also("1. One\n\nItem\tOwner\nA supplier\tDCC\nAnother\tConfidential\n") ==
        Texts{"Confidential"});
  CHECK(also("1. One\n\nItem\tStatus\nA supplier\tAmber\nAnother\tRed\n").empty());
  CHECK(also("1. One\n\nItem\tMay\nA supplier\tAmber\nAnother\tRed\n").empty());
  CHECK(also("1. One\n\nItem\tMay\tJune\nA supplier\tAmber\tGreen\n").empty());
}

TEST_CASE("A level among those who attended is said") {
  for (const char* rows :
       {"Organisation\tName\nAmber\tPat Doe\n", "Category\tMembers\nAmber\tPat Doe\nDCC\tSam Roe\n",
        "Organisation\tName\tClassification\nDCC\tPat Doe\tAmber\n"}) {
    CAPTURE(rows);
    const auto imported =
        test::import_text(std::string(kHead) + "Attendees\n\n" + rows + "\n1. One\n\nText.\n");
    CHECK(imported.meeting.said.also == Texts{"Amber"});
    CHECK(imported.account.reconciles());
  }
}

TEST_CASE("A level that is spelt as none is said with its name") {
  CHECK(test::import_text(pages_with("A M B E R")).meeting.said.also == Texts{"A M B E R (amber)"});
  CHECK(test::import_text(pages_with("CONFIDENTAL")).meeting.said.also ==
        Texts{"CONFIDENTAL (red)"});
  CHECK(also("1. One\n\nText.\n", "This document is marked as not-for-publication.\n\n") ==
        Texts{"its banner (red)"});
}

TEST_CASE("A level among the words of a file's name is said with its name") {
  DocumentText document = test::document_of(std::string(kHead) + kWhite + "1. One\n\nText.\n");
  const test::ImportSite site;
  const auto said = [&](const std::string& name) {
    document.file = name;
    return import_document(document, site.rules()).meeting.said.also;
  };
  CHECK(said("MinutesAmber.docx") == Texts{"MinutesAmber.docx (amber)"});
  CHECK(said("OPSG41AMBER.docx") == Texts{"OPSG41AMBER.docx (amber)"});
}

TEST_CASE("A committee with a level in its name is no label of its documents") {
  test::ImportSite site;
  site.records.config.title = "Green Energy Committee";
  const auto said = [&](const std::string& header) {
    return import_document(test::document_of(pages_with(header)), site.rules()).meeting.said.also;
  };
  CHECK(said("Green Energy Committee").empty());
  CHECK(said("GREEN ENERGY COMMITTEE - AMBER") == Texts{"AMBER"});
}

}  // namespace
}  // namespace opsg::importing
