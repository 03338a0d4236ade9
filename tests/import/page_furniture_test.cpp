#include "page_furniture.h"

#include "banner.h"
#include "catch2.h"
#include "clean_text.h"
#include "import_fixture.h"

namespace opsg::importing {
namespace {

std::string without_furniture(std::string_view text) {
  ImportLedger ledger("minutes.txt");
  TextLines lines = clean_text(test::document_of(text), ledger);
  take_page_furniture(lines, ledger);
  std::string rest;
  for (const TextLine& line : lines) rest += (line.break_before ? "|" : "") + line.text + "\n";
  return rest;
}

}  // namespace

TEST_CASE("Lines that repeat at the same edge of pages are furniture, whatever their digits") {
  CHECK(without_furniture("OPSG 41 Minutes\nOne goes\nOPSG 3\n\fOPSG 41 Minutes\non here.\nOPSG 4\n"
                          "\fOPSG 41 Minutes\nThe end.\nOPSG 5\n") ==
        "|One goes\n|on here.\n|The end.\n");
}

TEST_CASE("A line that repeats elsewhere on pages is text") {
  CHECK(without_furniture("The OPSG:\none\ntwo\nthree\n\fa\nThe OPSG:\nb\nc\n") ==
        "The OPSG:\none\ntwo\nthree\n|a\nThe OPSG:\nb\nc\n");
}

TEST_CASE("Page numbers are furniture") {
  CHECK(without_furniture("It goes\nPage 2 of 9\non.\n- 3 -\nEnd\n") == "It goes\n|on.\n|End\n");
}

TEST_CASE("An id is no page number") {
  CHECK(without_furniture("OPSG\n39/07\nCSP N to report.\n") == "OPSG\n39/07\nCSP N to report.\n");
}

TEST_CASE("Without pages, what repeats in the middle of sentences is furniture") {
  CHECK(without_furniture("It goes\nMy Committee\non and\nMy Committee\non.\n") ==
        "It goes\n|on and\n|on.\n");
  CHECK(without_furniture("One.\nSame\nTwo.\nSame\nThree.\n") ==
        "One.\nSame\nTwo.\nSame\nThree.\n");
}

TEST_CASE("A banner goes wherever it stands, over line ends too, and is quoted") {
  const auto imported = test::import_text(
      "Minutes of OPSG Meeting 41 on 25 January 2021\n"
      "1. Item\nThe sentence begins on this page of the minutes and it\n"
      "This document is classified as Green. Information can be shared with the parties and\n"
      "stakeholders at large, but not published (including publication online).\n"
      "goes on behind the banner of the page, which is as long as the lines of it are.\n");
  CHECK(imported.meeting.said.banner ==
        "This document is classified as Green. Information can be shared with the parties and "
        "stakeholders at large, but not published (including publication online).");
  CHECK(test::body_of(imported) ==
        "\n## 1. Item\n\nThe sentence begins on this page of the minutes and it goes on behind the "
        "banner of the page, which\nis as long as the lines of it are.\n");
  CHECK(imported.account.reconciles());
}

TEST_CASE("Another banner than the first is reported") {
  const std::string text =
      "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\nThis document is classified as "
      "White.\n\n1. Item\n\nA sentence.\n\nThis document is classified as Amber.\n";
  const auto imported = test::import_text(text);
  CHECK(imported.meeting.said.banner == "This document is classified as White.");
  CHECK(test::import_findings(text, imported) ==
        "minutes.txt:9:1: warning[import-banner-differs]: this page's classification banner is not "
        "that of the first\n    9 | This document is classified as Amber.\n      | ^\n");
}

}  // namespace opsg::importing
