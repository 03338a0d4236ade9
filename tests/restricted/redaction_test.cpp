#include <string>
#include <vector>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

struct Example {
  std::string name;
  std::string text;
  std::string cleared;  ///< For white.
};

const Example kExamples[] = {
    {"a section", "## 1\n\na\n\n## 2 (AMBER)\n\nb\n\n### 2.1\n\nc\n\n## 3\n",
     "## 1\n\na\n\n\n## 3\n"},
    {"the last section, with its definitions", "a\n\n## 2 (AMBER)\n\nb\n\n[x]: /u\n", "a\n\n\n"},
    {"a paragraph", "a\n\n(AMBER) b\nc\n\nd\n", "a\n\n\n\nd\n"},
    {"a paragraph in a quote", "> a\n>\n> (AMBER) b\n> c\n>\n> d\n", "> a\n>\n>\n>\n> d\n"},
    {"a paragraph in a quote in a list", "- > a\n  >\n  > (AMBER) b\n  >\n  > c\n",
     "- > a\n  >\n  >\n  >\n  > c\n"},
    {"an item in the middle", "- a\n- (AMBER) b\n  - c\n- d\n", "- a\n- d\n"},
    {"an item of a loose list", "- a\n\n- (AMBER) b\n\n- c\n", "- a\n\n\n- c\n"},
    {"the first item of an ordered list", "3. (AMBER) a\n4. b\n5. c\n", "1. b\n5. c\n"},
    {"the first item before a wide number", "9. (AMBER) a\n10. b\n\n    c\n", "01. b\n\n    c\n"},
    {"another item of an ordered list", "3. a\n4. (AMBER) b\n5. c\n", "3. a\n5. c\n"},
    {"a list that a withheld one began", "1. (AMBER) a\n\nb\n\n2. c\n3. d\n",
     "\n\nb\n\n1. c\n3. d\n"},
    {"lists that go on behind withheld items",
     "1. a\n\nb\n\n2. (AMBER) c\n3. d\n\ne\n\n4. f\n5. (RED) g\n\nh\n\n6. i\n",
     "1. a\n\nb\n\n2. d\n\ne\n\n3. f\n\nh\n\n4. i\n"},
    {"lists that go on behind withheld sections",
     "## 1\n\n9. a\n\n## 2 (AMBER)\n\n10. b\n\n## 3\n\n11. c\n\n    d\n",
     "## 1\n\n9. a\n\n\n## 3\n\n10. c\n\n    d\n"},
    {"lists in a quote, and one that does not go on", "> 1. (AMBER) a\n>\n> b\n>\n> 2. c\n\n3. d\n",
     ">\n> b\n>\n> 1. c\n\n3. d\n"},
    {"lists of bullets that count on", "- a\n  1. (AMBER) b\n- c\n\n  2. d\n",
     "- a\n\n- c\n\n  1. d\n"},
    {"a list whose number has no room for another", "9. a\n\n## 2\n\n10. (AMBER) b\n1. c\n",
     "9. a\n\n## 2\n\n1. c\n"},
    {"every item", "a\n\n1. (AMBER) b\n2. (RED) c\n\nd\n", "a\n\n\n\nd\n"},
    {"every item of an inner list", "- a\n  - (AMBER) b\n- c\n", "- a\n\n- c\n"},
    {"the only item of the only item", "a\n\n- - (AMBER) b\n\nc\n", "a\n\n\n\nc\n"},
    {"the first item on its parent's line", "- - (AMBER) a\n  - b\n", "-\n  - b\n"},
    {"the first item on its quote's line", "> - (AMBER) a\n> - b\n", ">\n> - b\n"},
    {"the first blocks of an item", "- > (AMBER) a\n\n  (AMBER) b\n\n  c\n", "-\n  c\n"},
    {"a quote with a lazy line", "a\n\n> (AMBER) b\nlazy\n\nc\n", "a\n\n\n\nc\n"},
    {"rows", "| a |\n|---|\n| (AMBER) b |\n| c |\n| (RED) d |\n", "| a |\n|---|\n| c |\n"},
    {"a table", "a\n\n| (AMBER) b |\n|---|\n| c |\n\nd\n", "a\n\n\n\nd\n"},
    {"an action with its fields",
     "(AMBER) ACTION OPSG 41/02: a\n\n- Owner: DCC\n- Target: TBC\n\nb\n", "\n\nb\n"},
    {"a span", "a [AMBER: b] c\n", "a \\[redacted\\] c\n"},
    {"spans of any length", "[AMBER: b c *d* `e]` [f](g)], [RED: h]\n",
     "\\[redacted\\], \\[redacted\\]\n"},
    {"a span over two lines", "> a [AMBER: b\n> c] d\n> e\n", "> a \\[redacted\\] d\n> e\n"},
    {"a span in a heading", "## 1. [AMBER: a] (DCC)\n", "## 1. \\[redacted\\] (DCC)\n"},
    {"a span in a cell", "| a |\n|---|\n| b [AMBER: c \\| d] |\n",
     "| a |\n|---|\n| b \\[redacted\\] |\n"},
    {"a span in emphasis", "**see [AMBER: a]**\n", "**see \\[redacted\\]**\n"},
    {"a span in a link", "[see [AMBER: a]](/u)\n", "[see \\[redacted\\]](/u)\n"},
    {"markings of what is admitted",
     "## 1 (WHITE) ##\n\n(CLEAR)  a [WHITE: b] c\n\n| (WHITE) |\n|---|\n",
     "## 1 ##\n\na b c\n\n| |\n|---|\n"},
    {"carriage returns", "a\r\n\r\n(AMBER) b\r\n\r\nc [RED: d]\r\n",
     "a\r\n\r\n\r\n\r\nc \\[redacted\\]\r\n"},
    {"no newline at the end", "a\n\n(AMBER) b", "a\n\n"},
    {"the whole document", "(AMBER) a", ""},
    {"escapes and code", "(WHITE) \\(AMBER) \\[AMBER: a] `(AMBER)`\n",
     "\\(AMBER) \\[AMBER: a] `(AMBER)`\n"},
};

}  // namespace

TEST_CASE("what is withheld leaves as little as possible", "[portions]") {
  for (const Example& example : kExamples) {
    INFO(example.name);
    PortionProbe probe(example.text);
    CHECK(probe.findings().empty());
    CHECK(probe.clearing_findings(kWhite).empty());
    CHECK(probe.cleared(kWhite) == example.cleared);
    CHECK(probe.clearing_findings(kRed).empty());
  }
}

TEST_CASE("a cleared text has no markings left at any clearance", "[portions]") {
  for (const Example& example : kExamples) {
    INFO(example.name);
    for (const Level clearance : {kWhite, kGreen, kAmber, kRed}) {
      PortionProbe again(PortionProbe(example.text).cleared(clearance));
      CHECK(again.findings().empty());
      CHECK_FALSE(again.map().has_markings());
    }
  }
}

TEST_CASE("an admitted document only loses its markings", "[portions]") {
  PortionProbe probe("## 1 (AMBER)\n\n- (RED) a [RED: b [RED: c]]\n\n[AMBER:\nd e] f\n");
  CHECK(probe.cleared(kRed) == "## 1\n\n- a b c\n\nd e f\n");
  CHECK(probe.cleared(kAmber) == "## 1\n\n\n\nd e f\n");
}

TEST_CASE("a document without markings is cleared as it is", "[portions]") {
  PortionProbe probe("a\n\n\tb\r\n\n[x]: /u", kGreen);
  REQUIRE(probe.fragments(kGreen).size() == 1);
  CHECK(probe.cleared(kGreen) == "a\n\n\tb\r\n\n[x]: /u");
  CHECK(probe.fragments(kGreen)[0].original_lines == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
  CHECK(probe.fragments(kWhite).empty());
  CHECK(PortionProbe("").cleared(kWhite).empty());
}

TEST_CASE("cleared lines know where they came from", "[portions]") {
  PortionProbe probe("a\n\n(AMBER) b\nc\n\nd [AMBER: e\nf] g\nh\n");
  const Fragment fragment = probe.fragments(kWhite).at(0);
  CHECK(fragment.text == "a\n\n\n\nd \\[redacted\\] g\nh\n");
  CHECK(fragment.original_lines == std::vector<std::uint32_t>{1, 2, 4, 5, 6, 8});
}

TEST_CASE("each kind of marking can be switched off", "[portions]") {
  const std::string text =
      "## 1 (AMBER)\n\na\n\n## 2\n\n(AMBER) b [AMBER: c]\n\nd [AMBER: e]\n\n| f |\n|---|\n| "
      "(AMBER) g |\n";
  const auto cleared = [&](auto off) {
    GateRules rules;
    off(rules);
    PortionProbe probe(text, kWhite, rules);
    CHECK(probe.clearing_findings(kWhite).empty());
    return probe.cleared(kWhite);
  };
  const std::string table = "\n\n| f |\n|---|\n";
  CHECK(cleared([](GateRules& rules) { rules.section_markings = false; }) ==
        "## 1\n\na\n\n## 2\n\n\n\nd \\[redacted\\]" + table);
  CHECK(cleared([](GateRules& rules) { rules.block_markings = false; }) ==
        "\n## 2\n\nb \\[redacted\\]\n\nd \\[redacted\\]" + table);
  CHECK(cleared([](GateRules& rules) { rules.span_markings = false; }) ==
        "\n## 2\n\n\n\nd e" + table);
  CHECK(cleared([](GateRules& rules) { rules.row_markings = false; }) ==
        "\n## 2\n\n\n\nd \\[redacted\\]" + table + "| g |\n");
}

}  // namespace opsg::restricted
