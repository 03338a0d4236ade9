#include <fmt/format.h>

#include <filesystem>
#include <set>
#include <string>

#include "catch2.h"
#include "file_system.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

void check_anchors_are_unique(const released::Record& record) {
  std::set<std::string> anchors;
  for (const auto& item : record.items) CHECK(anchors.insert(item.anchor).second);
  for (const auto& entry : record.entries) CHECK(anchors.insert(entry.anchor).second);
  for (const auto& decision : record.decisions) CHECK(anchors.insert(decision.anchor).second);
}

TEST_CASE("deep nesting is read without recursion") {
  CHECK(read_minutes(repeated("> ", 5'000) + "The OPSG **noted** it.").record.decisions.size() ==
        1);
  CHECK(read_minutes(repeated("- ", 2'000) + "ACTION OPSG 41/02: The DCC to go")
            .record.entries.size() == 1);
  CHECK(read_minutes("The OPSG " + repeated("**a ", 5'000) + repeated("a**", 5'000))
            .record.decisions.empty());
  CHECK(read_minutes(repeated("[", 20'000)).record.items.empty());
}

TEST_CASE("huge lists are read in time that grows with their length") {
  const auto fields = read_minutes("### OPSG 41/02\n\n" + repeated("- Status: Open\n", 20'000));
  CHECK(fields.record.entries.at(0).fields.size() == 1);
  CHECK(fields.diagnostics.items().size() == 19'999);
  const auto decisions = read_minutes("The OPSG:\n\n" + repeated("- **NOTED** it\n", 20'000));
  CHECK(decisions.record.decisions.size() == 20'000);
  const auto entries = read_minutes(repeated("### CPM1\n\n- Value: 1%\n\n", 5'000));
  CHECK(entries.record.entries.size() == 5'000);
  check_anchors_are_unique(entries.record);
}

TEST_CASE("a huge paragraph is read in time that grows with its length") {
  const auto bold = read_minutes("The OPSG " + repeated("x**noted**x ", 20'000));
  CHECK(bold.record.decisions.size() == 1);
  CHECK(read_minutes("The OPSG " + repeated("a. B ", 50'000)).record.decisions.empty());
  const auto owners = read_minutes("ACTION OPSG 41/02: " + repeated("a, ", 20'000) + " to go");
  CHECK(owners.record.entries.size() == 1);
  CHECK(read_minutes(repeated("ACTION OPSG 41/02: x\n", 2'000)).diagnostics.items().size() >=
        1'999);
}

TEST_CASE("strange bytes are text") {
  for (const std::string& text :
       {std::string("\xef\xbb\xbf## 1. A\n"), std::string("## 1. \xff\xfe\n"),
        std::string("## 1.\0 A\n", 10), std::string("## 1. \xe2\x80\xae A\n"),
        std::string("### OPSG 41/02: \xc3\n\n- Raised: \xc3\xa9\xc3\n"),
        std::string("### OPSG 41/02\r\n\r\n- Status: Open\r\n"), std::string("\r\r\r# \r- \r")}) {
    CAPTURE(text);
    check_anchors_are_unique(read_minutes(text).record);
  }
}

TEST_CASE("lines may end as on Windows") {
  const auto read = read_minutes("### OPSG 41/02\r\n\r\n- Status: Opne\r\n");
  CHECK(findings(read) ==
        "minutes.md:3:11: error[state-unknown]: `Opne` is no state of Action log\n"
        "    3 | - Status: Opne\n"
        "      |           ^~~~\n"
        "  help: did you mean `Open`?\n");
}

TEST_CASE("anchors are unique whatever the numbers are") {
  const auto read = read_minutes(
      "## 3. A\n\nThe OPSG **noted** it.\n\n## 3. B\n\nThe OPSG **noted** it.\n\n## 3.1 C\n\n"
      "## 3.2 D\n\nThe OPSG **noted** it.\n\n## 3.2 E\n\n## 3.2.2 F\n\n### CPM1\n\n### CPM1-2\n\n"
      "### CPM1\n");
  check_anchors_are_unique(read.record);
}

TEST_CASE("the fuzzer's corpus is read") {
  int files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(OPSG_SOURCE_DIR "/tests/fuzz/corpus/record")) {
    CAPTURE(file.path());
    const auto text = read_file(file.path(), 1 << 20);
    REQUIRE(text);
    check_anchors_are_unique(read_minutes(*text).record);
    ++files;
  }
  CHECK(files >= 15);
}

TEST_CASE("an empty record is one") {
  for (const std::string_view text : {"", "\n", "   \n\n", "<!-- -->", "---\n", "#\n", "- \n"}) {
    const auto read = read_minutes(text);
    CHECK(summary(read.record) == "");
    CHECK(findings(read) == "");
  }
}

}  // namespace
}  // namespace opsg::test
