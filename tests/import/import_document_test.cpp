// What becomes of whole documents that say little, much, or nothing.

#include "import_document.h"

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::test {

TEST_CASE("An empty document becomes an empty record, and what it lacks is said") {
  const auto imported = import_text("");
  CHECK(imported.file_name == "minutes.md");
  CHECK(imported.account.reconciles());
  CHECK(import_findings("", imported) ==
        "minutes.txt: warning[import-fact-missing]: the document does not say whether it is a "
        "draft\n  help: it is taken for one: write `status = \"final\"` if it is not\n"
        "minutes.txt: warning[import-fact-missing]: the document does not say whether it is "
        "headlines "
        "or minutes\n  help: it is taken for minutes, as its name says\n");
}

TEST_CASE("What is called neither headlines nor minutes is no record, unless people attended") {
  const auto file_name = [](const std::string& file, const std::string& text) {
    importing::DocumentText document =
        document_of("OPSG Meeting 41 on 25 January 2021\n\n" + text + "\n1. Item\n\nText.\n");
    document.file = file;
    return import_document(document, ImportSite().rules()).file_name;
  };
  CHECK(file_name("paper.docx", "Paper 3: Supplier\n") == "");
  CHECK(file_name("minutes/paper.docx", "") == "");
  CHECK(file_name("41.docx", "Meeting Headlines\n") == "headlines.md");
  CHECK(file_name("in/OPSGHeadlines41.docx", "") == "headlines.md");
  CHECK(file_name("41.docx", "Attendees\n\nOrganisation\tName\nDCC\tPat Doe\n") == "minutes.md");
}

TEST_CASE("A date that is no day is told where it stands") {
  const std::string text =
      "Final Minutes of OPSG Meeting 41\n\n30 February 2021\n\n1. A\n\nText.\n";
  const auto imported = import_text(text);
  CHECK(imported.meeting.impossible_date == "30 February 2021");
  CHECK(
      import_findings(text, imported)
          .find(
              "minutes.txt:3:1: warning[import-fact-missing]: `30 February 2021` is no day of the "
              "calendar\n") != std::string::npos);
}

TEST_CASE("The label stays empty, whatever the document says") {
  const auto imported =
      import_text("TLP:CLEAR\n\nMinutes of OPSG Meeting 41\n\n1. Item\n\nText.\n");
  CHECK(imported.meeting.said.banner == "TLP:CLEAR");
  CHECK(imported.markdown.starts_with(
      "+++\n# The document says: TLP:CLEAR\nclassification = \"\"\n"));
  CHECK(write_meeting(imported.meeting).find("classification = \"\"\n") != std::string::npos);
}

TEST_CASE("A banner cannot get out of its comment") {
  const auto imported =
      import_text("This document is classified as White. +++ \"x\" \\\n\n1. Item\n\nText.\n");
  CHECK(imported.account.reconciles());
  CHECK(imported.markdown.find("\nclassification = \"\"\n") != std::string::npos);
}

TEST_CASE("Minutes that do not say that they are final are drafts") {
  const std::string text = "Minutes of OPSG Meeting 41 on 25 January 2021\n\n1. Item\n\nText.\n";
  const auto imported = import_text(text);
  CHECK(imported.markdown.find("status = \"draft\"") != std::string::npos);
  CHECK(
      import_findings(text, imported) ==
      "minutes.txt: warning[import-fact-missing]: the document does not say whether it is a draft\n"
      "  help: it is taken for one: write `status = \"final\"` if it is not\n");
}

TEST_CASE("What nobody understands stands at the end of the record") {
  const std::string text =
      "Final Minutes of OPSG Meeting 41 on 25 January 2021\nYork\nA stray line\n\n1. "
      "Item\n\nText.\n";
  const auto imported = import_text(text);
  CHECK(imported.meeting.place == "York");
  CHECK(body_of(imported) ==
        "\n## 1. Item\n\nText.\n\n## Unresolved text of the import\n\nA stray line\n");
  CHECK(imported.account.unresolved == 3);
  CHECK(imported.account.reconciles());
}

TEST_CASE("A line of date, times and place is three facts") {
  for (const char* line : {"Thursday 19 March 2026, 10:00 \u2013 11:30, Village Hall",
                           "Village Hall, Thursday 19 March 2026, 10:00 \u2013 11:30"}) {
    CAPTURE(line);
    const auto imported = import_text("Final Minutes of OPSG Meeting 41\n" + std::string(line) +
                                      "\n\n1. Item\n\nText.\n");
    CHECK(write_meeting(imported.meeting) ==
          "# The document says nothing of its classification.\nclassification = \"\"\ncode = "
          "\"41\"\ndate = 2026-03-19\nstart = 10:00:00\nend = "
          "11:30:00\nplace = \"Village Hall\"\n");
    CHECK(body_of(imported) == "\n## 1. Item\n\nText.\n");
    CHECK(imported.account.reconciles());
  }
}

TEST_CASE("A place may have commas") {
  const std::string head = "Final Minutes of OPSG Meeting 41 on 25 January 2021\n";
  const auto imported = import_text(head + "10:00 to 11:30, Village Hall, York\n\n1. Item\n");
  CHECK(imported.meeting.place == "Village Hall, York");
  CHECK(imported.account.reconciles());
}

TEST_CASE("A marking that could only open is made plain; a closed one stays") {
  const std::string head =
      "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\nThis document is classified as "
      "Green.\n\n1. Item\n\n";
  CHECK(body_of(import_text(head + "(WHITE) One.\n\n(AMBER) Two [RED: three] [GREEN: four].\n")) ==
        "\n## 1. Item\n\n\\(WHITE) One.\n\n(AMBER) Two [RED: three] \\[GREEN: four\\].\n");
}

TEST_CASE("Raw HTML, comments and rules of the text do not become Markdown's") {
  const std::string head = "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\n1. Item\n\n";
  const auto imported =
      import_text(head + "<!-- x --> <script>y</script>\n\n===\n\n```\n\n> quoted\n");
  CHECK(
      body_of(imported) ==
      "\n## 1. Item\n\n\\<!-- x --> \\<script>y\\</script>\n\n\\===\n\n\\`\\`\\`\n\n\\> quoted\n");
}

TEST_CASE("Lower-case verbs in a document that marks no decisions are made bold, and reported") {
  const std::string text =
      "OPSG Meeting 41 Headlines\n25 January 2021\n\n2. Reports: The OPSG noted the report. The "
      "OPSG "
      "noted that it rained. The OPSG Chair agreed.\n";
  const auto imported = import_text(text);
  CHECK(body_of(imported) ==
        "\n## 2. Reports\n\nThe OPSG **noted** the report. The OPSG noted that it rained. The OPSG "
        "Chair agreed.\n");
  CHECK(
      import_findings(text, imported) ==
      "minutes.txt:4:1: warning[import-decisions]: the document marks no decisions; the verbs of 1 "
      "sentences were made bold\n    4 | 2. Reports: The OPSG noted the report. The OPSG noted "
      "that "
      "it rained. The OPSG Chair agreed.\n      | ^\n"
      "  help: take the bold off those that decide nothing\n");
}

}  // namespace opsg::test
