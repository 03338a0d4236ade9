#include "full_reading.h"

#include <string>

#include "catch2.h"
#include "cleared_site.h"
#include "diagnostic_printer.h"
#include "record_memo.h"

namespace opsg::test {
namespace {

constexpr std::string_view kFacts = "code = \"41_2501\"\ndate = 2021-01-25\n";

std::string differences(ClearedSite& full, ClearedSite& shown) {
  const auto everything = full.make();
  const auto site = shown.make();
  Diagnostics found;
  released::FullReading(*everything, full.sources())
      .report_differences(*site, shown.sources(), found);
  return format_diagnostics(found, {});
}

/// Of minutes in which blank lines stand for what is withheld, so that the others stay in place.
std::string differences(const std::string& full, const std::string& shown) {
  ClearedSite everything, site;
  everything.meeting("m1", kFacts).document("m1", "minutes", full);
  site.meeting("m1", kFacts).document("m1", "minutes", shown);
  return differences(everything, site);
}

const std::string kWholeNumber = "withhold the number of an agenda item as a whole, or not at all";
const std::string kOpenParties =
    "label the parties that it names, in parties.toml, as open as this";
const std::string kWholeFields =
    "mark the entry and all its fields alike, or put a paragraph that all may read between it and "
    "this";
const std::string kWholeReference = "withhold the reference as a whole, or not at all";
const std::string kOwnHeading =
    "put a heading that all may read above this, or mark this like the heading that it stands "
    "under";

/// The one finding of minutes.
std::string finding(const std::string& place, const std::string& what,
                    const std::string& remedy =
                        "put a paragraph that all may read between this and "
                        "what it would be read with, or mark both alike") {
  return "content/meetings/m1/minutes.md" + place + ": error[structure-changed]: this reads as " +
         what + " only where something else is withheld\n  help: " + remedy + "\n\n";
}

}  // namespace

TEST_CASE("What reads the same at full clearance is no difference") {
  const std::string text =
      "## 1. Update\n\nThe OPSG **NOTED** MP123.\n\nACTION OPSG 41/01: The DCC to go.\n\n"
      "### Risk 001: Rain\n\n- Severity: 12\n\nIt rains.\n";
  CHECK(differences(text, text) == "");
}

TEST_CASE("To say less is no difference") {
  CHECK(differences("## 1. Update\n\nSecret.\n\nThe OPSG **NOTED** MP123.\n",
                    "## 1. Update\n\n\n\n\n") == "");
  CHECK(differences("### Risk 001: Rain\n\n- Severity: 12\n\nIt rains.\n",
                    "### Risk 001: Rain\n\n\n\nIt rains.\n") == "");
  CHECK(differences("### Risk 001: Rain\n\n- One\n- Two\n", "### Risk 001: Rain\n\n\n- Two\n") ==
        "");
}

TEST_CASE("The fields of an entry that is withheld are a difference") {
  ClearedSite full, shown;
  full.meeting("m1", kFacts)
      .document("m1", "minutes", "ACTION OPSG 41/01: The DCC to go.\n\n- Target: 3 May 2021\n");
  shown.meeting("m1", kFacts).starts_at(3).document("m1", "minutes", "- Target: 3 May 2021\n");
  CHECK(
      differences(full, shown) ==
      "content/meetings/m1/minutes.md:3:11: error[structure-changed]: this is a field of an entry "
      "that is withheld from somebody who sees it\n"
      "  help: mark both alike, or put a paragraph that all may read between the two\n\n");
}

TEST_CASE("A list that would become an entry's fields is a difference") {
  CHECK(differences("### Risk 001: Rain\n\nSecret.\n\n- Severity: 12\n",
                    "### Risk 001: Rain\n\n\n\n- Severity: 12\n") ==
        finding(":5:13", "the field `Severity`", kWholeFields));
}

TEST_CASE("An item that would be no prose of its entry without the next one is a difference") {
  const std::string entry = "### Risk 001: Rain\n\n";
  CHECK(
      differences(entry + "- Context: words\n- Secret words.\n", entry + "- Context: words\n\n") ==
      finding(":3:1", "no part of the entry above"));
  CHECK(differences(entry + "- One\n- Secret words.\n\nTwo.\n", entry + "- One\n\n\nTwo.\n") == "");
  CHECK(differences(entry + "Secret.\n\nIt is fine.\n", entry + "\n\nIt is fine.\n") == "");
}

TEST_CASE("An owner that only those know who see the party is a difference") {
  const std::string action = "ACTION OPSG 41/01: Zanzibar to go.\n";
  ClearedSite full, shown;
  full.parties("[[party]]\nname = \"Zanzibar\"\n").meeting("m1", kFacts);
  CHECK(differences(full.document("m1", "minutes", action),
                    shown.meeting("m1", kFacts).document("m1", "minutes", action)) ==
        finding(":1:8", "the entry OPSG 41/01 without an owner", kOpenParties));
  CHECK(differences("ACTION OPSG 41/01: The DCC to go.\n",
                    "ACTION OPSG 41/01: \\[redacted\\] to go.\n") == "");
}

TEST_CASE("A decision that was an item among fields is a difference") {
  const std::string action = "ACTION OPSG 41/01: The DCC to go.\n\n";
  CHECK(differences(action + "- Status: Open\n- The OPSG **NOTED** it.\n",
                    action + "\n- The OPSG **NOTED** it.\n") == finding(":4:14", "a decision"));
}

TEST_CASE("An entry whose title reads otherwise is a difference, but not for a redaction") {
  CHECK(differences("### Risk 001: Rain\n", "### Risk 001: Sun\n") ==
        finding(":1:5", "the title of Risk 001"));
  CHECK(differences("### Risk 001: Rain\n", "### Risk 001: \\[redacted\\]\n") == "");
}

TEST_CASE("What would stand under another agenda item is a difference") {
  const std::string full = "## 1. A\n\n## 2. B\n\n";
  const std::string shown = "## 1. A\n\n\n\n";
  CHECK(differences(full + "ACTION OPSG 41/01: The DCC to go.\n",
                    shown + "ACTION OPSG 41/01: The DCC to go.\n") ==
        finding(":5:8", "a part of the agenda item above", kOwnHeading));
  CHECK(differences(full + "The OPSG **NOTED** it.\n", shown + "The OPSG **NOTED** it.\n") ==
        finding(":5:12", "a part of the agenda item above", kOwnHeading));
  CHECK(differences(full + "They read MP123.\n", shown + "They read MP123.\n") ==
        finding(":5:1", "a reference", kOwnHeading));
}

TEST_CASE("An agenda item that reads otherwise is a difference, once") {
  const std::string body = "\n\nACTION OPSG 41/01: The DCC to go.\n";
  CHECK(differences("## 1.2 A" + body, "## 1. A" + body) ==
        finding(":1:4", "agenda item 1", kWholeNumber));
  CHECK(differences("## 1. A" + body, "## 1. B" + body) ==
        finding(":1:4", "the title of agenda item 1", kOpenParties));
  CHECK(differences("Secret" + body, "## 1. A" + body) ==
        finding(":1:4", "agenda item 1", kWholeNumber));
}

TEST_CASE("A decision of other words is a difference, but not for a redaction") {
  CHECK(differences("The OPSG **NOTED** it, not.\n", "The OPSG **NOTED** it.\n") ==
        finding(":1:12", "a decision"));
  CHECK(differences("The OPSG **NOTED** it, not.\n", "The OPSG **NOTED** it\\[redacted\\].\n") ==
        "");
  CHECK(differences("Others **NOTED** it.\n", "The OPSG **NOTED** it.\n") ==
        finding(":1:12", "a decision"));
}

TEST_CASE("A block that an entry would take in is a difference") {
  CHECK(differences("### Risk 001: Rain\n\n### Secret\n\nIt is fine.\n",
                    "### Risk 001: Rain\n\n\n\nIt is fine.\n") ==
        finding(":5:1", "a part of the entry above"));
}

TEST_CASE("Extracts are compared with the whole document") {
  ClearedSite full, fine, other;
  const std::string action = "\n\n\n\nACTION OPSG 41/01: The DCC to go.\n\n";
  full.meeting("m1", kFacts)
      .document(
          "m1", "minutes",
          "## 1. Secret\n\nMore.\n\nACTION OPSG 41/01: The DCC to go.\n\nNo.\n\n- Status: Open\n");
  fine.meeting("m1", kFacts).extract("m1", "minutes", action);
  other.meeting("m1", kFacts).extract("m1", "minutes", action + "\n\n- Status: Open\n");
  CHECK(differences(full, fine) == "");
  CHECK(differences(full, other) == finding(":9:11", "the field `Status`", kWholeFields));
}

TEST_CASE("A reference that an id beside it would make is a difference, in a table too") {
  CHECK(differences("They read MP1234.\n", "They read MP123\\[redacted\\].\n") ==
        finding(":1:1", "a reference", kWholeReference));
  CHECK(differences("## 1. A\n\n| a |\n|---|\n| MP1234 |\n",
                    "## 1. A\n\n| a |\n|---|\n| MP123\\[redacted\\] |\n") ==
        finding(":1:4", "a reference", kWholeReference));
}

TEST_CASE("A record that both read out of one memo is not compared") {
  released::RecordMemo memo;
  ClearedSite full, shown;
  full.memo(memo).meeting("m1", kFacts).document("m1", "minutes", "### Risk 001: Rain\n");
  shown.memo(memo).meeting("m1", kFacts).document("m1", "minutes", "### Risk 001: Rain\n");
  CHECK(differences(full, shown) == "");
  CHECK(memo.size() == 1);
}

}  // namespace opsg::test
