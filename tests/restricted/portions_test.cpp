#include <string>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

// Markings whose meaning is in doubt.
const Trap kDoubtfulMarkings[] = {
    {"a lower paragraph in a section", "## 6. Title (AMBER)\n\n(GREEN) text", kWhite,
     R"~(minutes.md:3:1: error[marking-lower]: marked green, inside what is amber
    3 | (GREEN) text
      | ^~~~~~~
  note: minutes.md:1:13: amber stands here
    1 | ## 6. Title (AMBER)
      |             ^~~~~~~
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lower section in a section", "## 6. Title (RED)\n\n### 6.1 Sub (AMBER)\n", kWhite,
     R"~(minutes.md:3:13: error[marking-lower]: marked amber, inside what is red
    3 | ### 6.1 Sub (AMBER)
      |             ^~~~~~~
  note: minutes.md:1:13: red stands here
    1 | ## 6. Title (RED)
      |             ^~~~~
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lower item in an item", "- (RED) a\n  - (AMBER) b", kWhite,
     R"~(minutes.md:2:5: error[marking-lower]: marked amber, inside what is red
    2 |   - (AMBER) b
      |     ^~~~~~~
  note: minutes.md:1:3: red stands here
    1 | - (RED) a
      |   ^~~~~
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lower row than its header", "| (RED) a |\n|---|\n| (AMBER) b |", kWhite,
     R"~(minutes.md:3:3: error[marking-lower]: marked amber, inside what is red
    3 | | (AMBER) b |
      |   ^~~~~~~
  note: minutes.md:1:3: red stands here
    1 | | (RED) a |
      |   ^~~~~
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lower row than the document", "| a |\n|---|\n| (WHITE) b |", kGreen,
     R"~(minutes.md:3:3: error[marking-lower]: marked white, inside what is green
    3 | | (WHITE) b |
      |   ^~~~~~~
  note: label:1:1: green stands here
  help: a row cannot be lower than its table: mark the header row for the table

)~"},
    {"a lower span than the document", "text [WHITE: words]", kGreen,
     R"~(minutes.md:1:6: error[marking-lower]: marked white, inside what is green
    1 | text [WHITE: words]
      |      ^~~~~~~
  note: label:1:1: green stands here
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lower span than its block", "(RED) text [AMBER: words]", kWhite,
     R"~(minutes.md:1:12: error[marking-lower]: marked amber, inside what is red
    1 | (RED) text [AMBER: words]
      |            ^~~~~~~
  note: minutes.md:1:1: red stands here
    1 | (RED) text [AMBER: words]
      | ^~~~~
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lower span in a span", "text [RED: a [AMBER: b] c]", kWhite,
     R"~(minutes.md:1:14: error[marking-lower]: marked amber, inside what is red
    1 | text [RED: a [AMBER: b] c]
      |              ^~~~~~~
  note: minutes.md:1:6: red stands here
    1 | text [RED: a [AMBER: b] c]
      |      ^~~~~
  help: raise this marking, or mark what is around it lower and the rest of it portion by portion

)~"},
    {"a lead-in to a list", "(AMBER) The OPSG:\n\n- noted", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) The OPSG:
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - noted
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in with a colon and a hyphen", "(AMBER) The OPSG:-\n\n- noted", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) The OPSG:-
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - noted
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in with a colon and a dash", "(AMBER) The OPSG:\u2014\n\n- noted", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) The OPSG:—
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - noted
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in with a dash", "(AMBER) The OPSG \u2013\n\n- noted", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) The OPSG –
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - noted
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in with a hyphen", "(AMBER) The OPSG -\n\n- noted", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) The OPSG -
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - noted
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a bold lead-in to a partly marked list", "(AMBER) **The OPSG:**\n- (AMBER) noted\n- agreed",
     kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) **The OPSG:**
      | ^~~~~~~
  note: minutes.md:2:1: this is not marked
    2 | - (AMBER) noted
      | ^~~~~~~~~~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in to a table", "(AMBER) These:\n\n| a |\n|---|\n| b |", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) These:
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | | a |
      | ^~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in to a quote", "(AMBER) It said&colon;\n\n> words", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) It said&colon;
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | > words
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"a lead-in to code", "(AMBER) It said:\n\n```\nwords\n```", kWhite,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but what it leads to is not
    1 | (AMBER) It said:
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | ```
      | ^~~
  help: code cannot be marked by itself: mark a section around both

)~"},
    {"an extract that leads to a list", "(WHITE) The OPSG:\n\n- noted", kGreen,
     R"~(minutes.md:1:1: error[marking-lead-in]: marked white, but what it leads to is not
    1 | (WHITE) The OPSG:
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - noted
      | ^~~~~~~
  help: mark each list item, the quote's first paragraph or the table's header row too, or end the paragraph with a full stop

)~"},
    {"an action with more than fields",
     "(AMBER) ACTION OPSG 41/02: to do\n\n- Owner: DCC\n- something else", kWhite,
     R"~(minutes.md:1:1: error[marking-partial-fields]: marked amber, but not the list behind it, which reads as its fields
    1 | (AMBER) ACTION OPSG 41/02: to do
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - Owner: DCC
      | ^~~~~~~~~~~~
  help: write `ACTION` and every item as `Name: value`, mark each item too, or put a paragraph between them

)~"},
    {"a heading in a list", "- # Title (AMBER)\n  text", kWhite,
     R"~(minutes.md:1:11: error[marking-nested-heading]: a heading inside a list or quote has no section to mark
    1 | - # Title (AMBER)
      |           ^~~~~~~
  help: mark the list item or quote at its first paragraph, or move the heading out

)~"},
    {"a heading in a quote", "> ## Title (AMBER)", kWhite,
     R"~(minutes.md:1:12: error[marking-nested-heading]: a heading inside a list or quote has no section to mark
    1 | > ## Title (AMBER)
      |            ^~~~~~~
  help: mark the list item or quote at its first paragraph, or move the heading out

)~"},
};

}  // namespace

TEST_CASE("a section reaches to the next heading of its level or above", "[portions]") {
  CHECK(PortionProbe("# 1\n## 2 (AMBER)\na\n### 3\nb\n## 4\nc\n# 5 (RED)\n\nd\n\n").portions() ==
        "amber section 2-5\nred section 8-11\n");
  CHECK(PortionProbe("## 1 (AMBER) ##\n> # quoted\n\ntext").portions() == "amber section 1-4\n");
  CHECK(PortionProbe("## (AMBER)\ntext").portions() == "amber section 1-2\n");
}

TEST_CASE("a block's marking covers the block", "[portions]") {
  CHECK(PortionProbe("(AMBER) a\nb\n\nc").portions() == "amber paragraph 1-2\n");
  CHECK(PortionProbe("- (AMBER) a\n\n  b\n  - c\n- d").portions() == "amber item 1-4\n");
  CHECK(PortionProbe("- a\n\n  (AMBER) b\n- d").portions() == "amber paragraph 3-3\n");
  CHECK(PortionProbe("> (AMBER) a\n>\n> b\n\nc").portions() == "amber quote 1-3\n");
  CHECK(PortionProbe("- - (TLP:AMBER) a\n  - b").portions() == "amber item 1-1\n");
  CHECK(PortionProbe("- <!-- c -->\n  (AMBER) a\n\n  b\n- d").portions() == "amber item 1-4\n");
  CHECK(PortionProbe("- ***\n  (AMBER) a\n\n  b\n- d").portions() == "amber item 1-4\n");
  CHECK(PortionProbe("> <!-- c -->\n>\n> (AMBER) a\n>\n> b\n\nc").portions() ==
        "amber quote 1-5\n");
  CHECK(PortionProbe("(CLEAR) a", kGreen).portions() == "white paragraph 1-1 extract\n");
}

TEST_CASE("a row's marking covers the row, a header's the table", "[portions]") {
  CHECK(PortionProbe("| a |\n|---|\n| (AMBER) b |\n| (RED) |\n").portions() ==
        "amber row 3-3\nred row 4-4\n");
  CHECK(PortionProbe("(AMBER) a | b\n---|---\nc | d\n").portions() == "amber table 1-3\n");
}

TEST_CASE("an ACTION takes its fields along", "[portions]") {
  const std::string fields = "\n\n- Owner: DCC\n- **Target date:** 1 May 2021\n\nx";
  for (const std::string action :
       {"(AMBER) ACTION OPSG 41/02: to do", "(AMBER) ACTION: OPSG 41/05: to do",
        "(AMBER) **ACTION OPSG 41/02**: to do"}) {
    INFO(action);
    CHECK(PortionProbe(action + fields).portions() == "amber paragraph 1-4\n");
  }
  CHECK(PortionProbe("(AMBER) ACTION OPSG 41/02: to do\n\n<!-- c -->" + fields).portions() ==
        "amber paragraph 1-6\n");
  CHECK(
      PortionProbe("(AMBER) ACTION OPSG 41/02: to do\n<!-- c -->\n- Owner: DCC\n\nx").portions() ==
      "amber paragraph 1-3\n");
  CHECK(PortionProbe("(AMBER) Note OPSG 41/02" + fields).portions() == "amber paragraph 1-1\n");
  CHECK(PortionProbe("(AMBER) ACTION OPSG 41/02: x\n\n- no field\n").portions() ==
        "amber paragraph 1-1\n");
}

TEST_CASE("spans nest and know their columns", "[portions]") {
  CHECK(PortionProbe("a [AMBER: b [RED: c] d] e").portions() ==
        "amber span 1:3-1:23\nred span 1:13-1:20\n");
  CHECK(PortionProbe("> a [AMBER: b\n> c] d").portions() == "amber span 1:5-2:4\n");
  CHECK(PortionProbe("## A [AMBER: b]\n\n| [RED: c \\| d] |\n|---|").portions() ==
        "amber span 1:6-1:15\nred span 3:3-3:15\n");
  CHECK(PortionProbe("[AMBER: a [b] \\] `]` c]").portions() == "amber span 1:1-1:23\n");
}

TEST_CASE("only what is lowest outside of portions is an extract", "[portions]") {
  CHECK(PortionProbe("## A (GREEN)\n\n(AMBER) b\n\n(GREEN) c\n\n## D\n\n- (WHITE) e", kRed)
            .portions() ==
        "green section 1-6 extract\namber paragraph 3-3\ngreen paragraph 5-5\n"
        "white item 9-9 extract\n");
}

TEST_CASE("whatever ends in a lead-in leads on, whatever shows nothing between", "[portions]") {
  for (const std::string text :
       {"(AMBER) The list:\n\n<!-- c -->\n\n- b", "(AMBER) The list:\n\n***\n\n| b |\n|---|",
        "(AMBER) The list: <!-- c -->\n\n- b", "- (AMBER) The list:\n\n* b",
        "- (AMBER) The list:\n- b", "- (AMBER) The list:\n\n\n1. b", "> (AMBER) The list:\n\n- b",
        "- (AMBER) a\n\n  The list:\n\n> b", "a [AMBER: The list:]\n\n- b",
        "[AMBER: The list:].\n\n- b"}) {
    INFO(text);
    CHECK_THAT(PortionProbe(text).codes(), Catch::Matchers::Contains("marking-lead-in"));
  }
  for (const std::string text :
       {"[AMBER: The list:] goes on\n\n- b", "[AMBER: It is late] in two ways:\n\n- b",
        "- (AMBER) The list:\n- (AMBER) b", "- (AMBER) The list:\n\nb",
        "(AMBER) The list:\n\n<!-- c -->\n\n- (AMBER) b"}) {
    INFO(text);
    CHECK(PortionProbe(text).findings() == "");
  }
}

TEST_CASE("a marking whose meaning is in doubt is an error", "[portions]") {
  for (const Trap& trap : kDoubtfulMarkings) {
    INFO(trap.name);
    CHECK(PortionProbe(trap.text, trap.label).findings() == trap.findings);
  }
}

TEST_CASE("markings that say what holds anyway are fine", "[portions]") {
  for (const std::string text :
       {"(WHITE) a [WHITE: b]", "## A (AMBER)\n\n(AMBER) b\n\n- (RED) c",
        "## A (AMBER)\n\n(AMBER) The OPSG:\n\n- noted", "(AMBER) These:\n\n- (AMBER) a\n- (RED) b",
        "(AMBER) These:\n\nnone", "(AMBER) It said:\n\n> (AMBER) b"}) {
    INFO(text);
    CHECK(PortionProbe(text).findings().empty());
  }
}

TEST_CASE("the rules about markings can be switched off", "[portions]") {
  GateRules rules;
  rules.lower_markings = rules.lead_ins = false;
  CHECK(PortionProbe("## A (RED)\n\n(AMBER) These:\n\n- b", kWhite, rules).findings().empty());
}

TEST_CASE("places count from the body's first line", "[portions]") {
  const Policy policy = test_policy();
  Diagnostics diagnostics;
  const MarkdownBody body{SourcePath("minutes.md"), "a\n\n(AMBER) b [RED: c]", 10};
  const PortionMap map = find_portions(body, kWhite, {}, {policy, {}, {}}, diagnostics);
  REQUIRE(map.portions.size() == 3);
  CHECK(map.portions[0].last_line == 12);
  CHECK(map.portions[1].marking == SourceSpan{SourcePath("minutes.md"), 12, 1, 7});
  CHECK(map.portions[2].marking == SourceSpan{SourcePath("minutes.md"), 12, 11, 5});
  CHECK(map.portions[2].first_column == 11);
}

TEST_CASE("withheld lines are those that may not be quoted", "[portions]") {
  using Lines = std::vector<std::uint32_t>;
  PortionProbe probe("a [RED: b]\n\n(AMBER) c\nd\n\n## E (AMBER)\n\nf\n");
  CHECK(withheld_lines(probe.map(), {kWhite}) == Lines{1, 3, 4, 6, 7, 8});
  CHECK(withheld_lines(probe.map(), {kAmber}) == Lines{1});
  CHECK(withheld_lines(probe.map(), {kRed}).empty());
  PortionProbe extracts("a\n\n(WHITE) b [RED: c]\n\n(WHITE) d\n", kGreen);
  CHECK(withheld_lines(extracts.map(), {kWhite}) == Lines{1, 2, 3, 4});
  PortionProbe doubtful("a\n\n(AMBR) b\n");
  CHECK(withheld_lines(doubtful.map(), {kWhite}) == Lines{1, 2, 3});
}

}  // namespace opsg::restricted
