#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch2.h"
#include "record_fixture.h"
#include "text.h"

// docs/records.md is a specification whose examples are run: a block "```markdown example", which
// is read as a meeting's minutes, and the next one, "```found" or "```reported", which says what
// the program finds in it or reports.

namespace opsg::test {
namespace {

constexpr std::string_view kFence = "```";

struct CodeBlock {
  std::string info;
  std::string text;
  std::size_t line = 0;  ///< Of the opening fence, counted from 1.
};

std::vector<CodeBlock> code_blocks(std::string_view document) {
  std::vector<CodeBlock> blocks;
  bool open = false;
  std::size_t number = 0;
  for (const std::string_view line : split_lines(document)) {
    ++number;
    if (line.starts_with(kFence)) {
      if (!open) blocks.push_back({std::string(line.substr(kFence.size())), {}, number});
      open = !open;
    } else if (open) {
      blocks.back().text += std::string(line) + "\n";
    }
  }
  if (open) throw std::runtime_error("a code block of docs/records.md is left open");
  return blocks;
}

std::string read_specification() {
  std::ifstream file(OPSG_SOURCE_DIR "/docs/records.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("every example of docs/records.md holds") {
  const auto blocks = code_blocks(read_specification());
  std::size_t examples = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].info != "markdown example") continue;
    ++examples;
    INFO("docs/records.md:" << blocks[i].line << "\n" << blocks[i].text);
    REQUIRE(i + 1 < blocks.size());
    const CodeBlock& expected = blocks[i + 1];
    const auto read = read_minutes(blocks[i].text);
    if (expected.info == "reported") {
      CHECK(findings(read) == expected.text);
    } else {
      REQUIRE(expected.info == "found");
      CHECK(summary(read.record) == expected.text);
      CHECK(findings(read) == "");
    }
  }
  CHECK(examples >= 20);
}

TEST_CASE("nothing in docs/records.md expects an example that is not there") {
  const auto blocks = code_blocks(read_specification());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].info != "found" && blocks[i].info != "reported") continue;
    INFO("docs/records.md:" << blocks[i].line);
    REQUIRE(i > 0);
    CHECK(blocks[i - 1].info == "markdown example");
  }
}

TEST_CASE("the TOML of docs/records.md is TOML") {
  for (const CodeBlock& block : code_blocks(read_specification())) {
    if (block.info != "toml") continue;
    INFO("docs/records.md:" << block.line);
    CHECK_NOTHROW(toml(block.text));
  }
}

}  // namespace
}  // namespace opsg::test
