#include <string>

#include "catch2.h"
#include "cleared_fixture.h"
#include "inline_text.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

std::string prose_of(const Entry& entry) {
  std::string out;
  for (const MarkdownNode* block : entry.prose) out += plain_text(block) + "\n";
  return out;
}

TEST_CASE("an entry is an id, a title, fields and prose") {
  const auto read = read_minutes(
      "## 1. Actions (SECAS)\n\n"
      "### OPSG 37x/01: The DCC to report on Incidents.\n\n"
      "- Status: Closed\n\n"
      "It reported.\n\n- a list\n\n#### Detail\n\nMore.\n\n"
      "### Discussion\n\nNot of the action.\n");
  CHECK(findings(read) == "");
  REQUIRE(read.record.entries.size() == 1);
  const Entry& entry = read.record.entries[0];
  CHECK(entry.register_name == "actions");
  CHECK(entry.id == "OPSG 37x/01");
  CHECK(entry.title == "The DCC to report on Incidents");
  CHECK_FALSE(entry.raises);
  CHECK_FALSE(entry.owner_inferred);
  CHECK(entry.anchor == "action-opsg-37x-01");
  CHECK(entry.span == SourceSpan{SourcePath("minutes.md"), 3, 5, 11});
  CHECK(read.record.item_of(entry)->number == "1");
  CHECK(entry.find("status")->text == "Closed");
  CHECK(entry.find("status")->span == SourceSpan{SourcePath("minutes.md"), 5, 11, 6});
  CHECK(entry.find("raised") == nullptr);
  CHECK(prose_of(entry) == "It reported.\na list\nDetail\nMore.\n");
}

TEST_CASE("a title may be left out, and is parted by a colon or a dash") {
  const auto title = [](std::string_view heading) {
    const auto read = read_minutes("### " + std::string(heading) + "\n");
    return read.record.entries.empty() ? "none" : read.record.entries[0].title;
  };
  CHECK(title("OPSG 41/02") == "");
  CHECK(title("OPSG 41/02:") == "");
  CHECK(title("OPSG 41/02: A title") == "A title");
  CHECK(title("OPSG 41/02 - A title") == "A title");
  CHECK(title("OPSG 41/02 – A title.") == "A title");
  CHECK(title("**OPSG 41/02:** A *title* etc.") == "A title etc.");
  CHECK(title("OPSG 41/02 and OPSG 41/03") == "none");
  CHECK(title("OPSG 41/02, OPSG 41/03") == "none");
  CHECK(title("About OPSG 41/02: A title") == "none");
  CHECK(title("MP116: A title") == "none");
}

TEST_CASE("fields make an entry of a heading that lacks the colon") {
  const auto read = read_minutes("### OPSG 41/02 The DCC to report\n\n- Status: Open\n");
  CHECK(summary(read.record) ==
        "entry actions: OPSG 41/02 | The DCC to report | no item\n  status = Open (open)\n");
}

TEST_CASE("an item may be an entry too") {
  const auto read = read_minutes("## 3. LSC 6: Lessons learnt (DCC)\n\n- Status: Green\n");
  CHECK(findings(read) == "");
  CHECK(summary(read.record) ==
        "item 3: LSC 6: Lessons learnt | DCC\n"
        "entry reviews: LSC 6 | Lessons learnt | item 3\n"
        "  status = green\n");
}

TEST_CASE("an entry below another one is its own, and the upper one goes on behind it") {
  const auto read = read_minutes(
      "## LSC 6\n\nOne.\n\n### OPSG 41/02\n\nTwo.\n\n#### Three\n\n### Four\n\n## Five\n");
  REQUIRE(read.record.entries.size() == 2);
  CHECK(prose_of(read.record.entries[0]) == "One.\nFour\n");
  CHECK(prose_of(read.record.entries[1]) == "Two.\nThree\n");
}

TEST_CASE("the key makes an anchor that does not depend on what stands before the entry") {
  const std::string october = "### CPM1\n\n- Provider: DCC\n- Period: October 2021\n\n";
  const std::string november = "### CPM1\n\n- Provider: DCC\n- Period: Nov 2021\n\n";
  const auto read = read_minutes(november + october);
  CHECK(read.record.entries.at(0).anchor == "measure-cpm1-dcc-2021-11");
  CHECK(read.record.entries.at(1).anchor == "measure-cpm1-dcc-2021-10");
  CHECK(read_minutes(october).record.entries.at(0).anchor == "measure-cpm1-dcc-2021-10");
}

TEST_CASE("the same id twice has two anchors") {
  const auto read = read_minutes("### CPM1\n\n### CPM1\n\n### CPM1\n\n### Risk 006\n");
  CHECK(read.record.entries.at(0).anchor == "measure-cpm1");
  CHECK(read.record.entries.at(1).anchor == "measure-cpm1-2");
  CHECK(read.record.entries.at(2).anchor == "measure-cpm1-3");
  CHECK(read.record.entries.at(3).anchor == "risk-risk-006");
}

TEST_CASE("only the list right below the heading has fields") {
  const auto read = read_minutes(
      "### OPSG 41/02\n\n<!-- a comment -->\n\n- Status: Open\n\nText.\n\n- Owner: DCC\n");
  CHECK(summary(read.record) == "entry actions: OPSG 41/02 |  | no item\n  status = Open (open)\n");
  CHECK(prose_of(read.record.entries.at(0)) == "Text.\nOwner: DCC\n");
}

TEST_CASE("a list that does not look like fields is prose") {
  const auto read = read_minutes("### OPSG 41/02\n\n- The DCC reported: all is well\n- Thanks\n");
  CHECK(findings(read) == "");
  CHECK(prose_of(read.record.entries.at(0)) == "The DCC reported: all is well Thanks\n");
}

TEST_CASE("an unknown field is shown with the nearest one") {
  CHECK(findings_of_minutes("### OPSG 41/02\n\n- Ownr: DCC\n- Weather: fine\n") ==
        "minutes.md:3:3: error[field-unknown]: `Ownr` is no field of Action log\n"
        "    3 | - Ownr: DCC\n"
        "      |   ^~~~\n"
        "  help: did you mean `Owner`?\n"
        "minutes.md:4:3: error[field-unknown]: `Weather` is no field of Action log\n"
        "    4 | - Weather: fine\n"
        "      |   ^~~~~~~\n"
        "  help: the fields are Raised, Target, Revised, Owner, Status\n");
}

TEST_CASE("an item among fields that is none is an error") {
  CHECK(findings_of_minutes("### OPSG 41/02\n\n- Status: Open\n- It goes on.\n") ==
        "minutes.md:4:3: error[field-malformed]: this item of a list of fields is none\n"
        "    4 | - It goes on.\n"
        "      |   ^~~~~~~~~~~\n"
        "  help: write `Field: value`, and all else in a paragraph below the list\n");
  CHECK(findings_of_minutes("### OPSG 41/02\n\n- Status: Open\n\n  It goes on.\n") ==
        "minutes.md:3:3: error[field-malformed]: `Status` holds more than a value\n"
        "    3 | - Status: Open\n"
        "      |   ^~~~~~~~~~~~\n"
        "  help: write `Field: value`, and all else in a paragraph below the list\n");
}

TEST_CASE("a field without a value is an error") {
  CHECK(findings_of_minutes("### OPSG 41/02\n\n- Revised:\n") ==
        "minutes.md:3:3: error[field-empty]: `Revised` has no value\n"
        "    3 | - Revised:\n"
        "      |   ^~~~~~~\n"
        "  help: write one, or leave the field out\n");
}

TEST_CASE("a field is given once") {
  const auto read = read_minutes("### OPSG 41/02\n\n- Status: Open\n- status: Closed\n");
  CHECK(findings(read) ==
        "minutes.md:4:11: error[field-twice]: `Status` is given twice\n"
        "    4 | - status: Closed\n"
        "      |           ^~~~~~\n"
        "  note: minutes.md:3:11: first here\n"
        "    3 | - Status: Open\n"
        "      |           ^~~~\n"
        "  help: keep one of them\n");
  CHECK(read.record.entries.at(0).find("status")->text == "Open");
}

TEST_CASE("a heading that was meant as an entry is a warning") {
  const auto read = read_minutes("### OPSG 41/2: The DCC to report\n");
  CHECK(read.record.entries.empty());
  CHECK(findings(read) ==
        "minutes.md:1:5: warning[id-malformed]: this heading is no entry of Action log\n"
        "    1 | ### OPSG 41/2: The DCC to report\n"
        "      |     ^~~~~~~~~\n"
        "  help: ids look like `OPSG 12/01`: `OPSG`, a number, perhaps `x`, `/` and two digits\n");
}

TEST_CASE("words that are withheld are nothing to complain of") {
  const auto read = read_minutes(
      "### OPSG 41/02: The [redacted] to report\n\n- Raised: [redacted]\n- Owner: [redacted]/DCC\n"
      "- [redacted]\n- Status: Open\n\n### OPSG 41/2[redacted]\n\n"
      "ACTION OPSG 41/03: [redacted] it\n\nACTION [redacted]\n\nACTION OPSG 41/04 [redacted]\n");
  CHECK(findings(read) == "");
  CHECK(summary(read.record) ==
        "entry actions: OPSG 41/02 | The [redacted] to report | no item\n"
        "  status = Open (open)\n"
        "raises actions: OPSG 41/03 | [redacted] it | no item\n");
}

TEST_CASE("each extract stands alone") {
  const RecordSite site;
  DocumentSource source;
  source.path = SourcePath("minutes.md");
  source.meeting = "m";
  source.name = "minutes";
  source.complete = false;
  source.fragments = {fragment_of("### 1. One\n\n### OPSG 41/02\n\nText.\n", 10),
                      fragment_of("More text.\n\nThe OPSG **noted** it.\n", 30),
                      fragment_of("ACTION OPSG 41/03: The DCC to go\n", 40)};
  Diagnostics diagnostics;
  const Record record =
      read_record(cleared(std::move(source)), site.config, site.vocabulary, diagnostics);
  CHECK(diagnostics.empty());
  CHECK_FALSE(record.complete);
  REQUIRE(record.trees.size() == 3);
  CHECK(prose_of(record.entries.at(0)) == "Text.\n");
  CHECK(record.entries.at(0).span.line == 12);
  CHECK(record.entries.at(0).fragment == 0);
  CHECK(record.decisions.at(0).item == kNoItem);
  CHECK(record.decisions.at(0).anchor == "decision-1");
  CHECK(record.decisions.at(0).fragment == 1);
  CHECK(record.entries.at(1).item == kNoItem);
  CHECK(record.entries.at(1).span.line == 40);
  CHECK(record.entries.at(1).fragment == 2);
}

TEST_CASE("a page holds prose only, and has a title") {
  const RecordSite site;
  DocumentSource source;
  source.path = SourcePath("about.md");
  source.name = "about";
  source.fragments = {
      fragment_of("## 1. About **us**\n\n### CPM1: What it is\n\n- It: counts\n\n"
                  "The OPSG **noted** it.\n\n## 1. Again\n")};
  Diagnostics diagnostics;
  Record record = read_record(cleared(source), site.config, site.vocabulary, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(record.title == "1. About us");
  CHECK(summary(record) == "");
  source.front_matter = toml("title = \"Us\"\n");
  record = read_record(cleared(source), site.config, site.vocabulary, diagnostics);
  CHECK(record.title == "Us");
}

TEST_CASE("a page's first heading is a title, and no longer than others") {
  const RecordSite site;
  const auto found = [&](std::size_t length, const char* front_matter) {
    DocumentSource source;
    source.path = SourcePath("about.md");
    source.name = "about";
    const std::string text = "Text.\n\n# " + std::string(length, 'a') + "\n\n# Next\n";
    source.fragments = {fragment_of(text)};
    source.front_matter = toml(front_matter);
    Diagnostics diagnostics;
    (void)read_record(cleared(source), site.config, site.vocabulary, diagnostics);
    return findings("", std::move(diagnostics));
  };
  CHECK(found(1000, "") == "");
  CHECK(found(1001, "title = \"About\"\n") == "");
  CHECK(found(1001, "") ==
        "about.md:3:3: error[title-too-long]: this title has 1001 bytes; 1000 are the most\n"
        "  help: shorten it, and write the rest as text below: every list repeats a title\n");
}

TEST_CASE("what the front matter says is kept") {
  const RecordSite site;
  DocumentSource source;
  source.meeting = "m";
  source.level = "green";
  source.front_matter = toml("adopted = \"64_2401\"\nstatus = \"draft\"\n");
  Diagnostics diagnostics;
  const Record record = read_record(cleared(source), site.config, site.vocabulary, diagnostics);
  CHECK(record.adopted == "64_2401");
  CHECK(record.draft);
  CHECK(record.level == "green");
  CHECK(record.title == "");
  CHECK(record.complete);
}

TEST_CASE("a title that no list can hold is an error") {
  const std::string most(1000, 'a');
  for (const char* before : {"## 3. ", "### OPSG 41/02: ", "ACTION OPSG 41/02: DCC to "}) {
    CAPTURE(before);
    const std::string text = before + most;
    const auto title = text.find(": ") == std::string::npos ? 6 : text.find(": ") + 2;
    CHECK(findings_of_minutes(text.substr(0, title + 1000)) == "");
    const auto read = read_minutes(text.substr(0, title) + most + "a");
    REQUIRE_FALSE(read.diagnostics.empty());
    CHECK(read.diagnostics.items()[0].code == "title-too-long");
    CHECK(read.diagnostics.items()[0].message == "this title has 1001 bytes; 1000 are the most");
  }
}

}  // namespace
}  // namespace opsg::test
