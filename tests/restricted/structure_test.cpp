#include <string>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

// Structure that could hide where a portion ends.
const Trap kHidingStructures[] = {
    {"a setext heading", "Title\n---\n\n(AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[structure-setext-heading]: an underlined heading can end a marked section by accident
    1 | Title
      | ^~~~~
  help: write it with `#` in a document with markings; a rule (`---`) needs a blank line before it

)~"},
    {"a heading without words", "## 6. Title (AMBER)\n\nsecret\n\n##\n\nsecret\n", kWhite,
     R"~(minutes.md:5:1: error[structure-empty-heading]: a heading without words can end a marked section by accident
    5 | ##
      | ^~
  help: give it words, or remove it

)~"},
    {"a rule that makes a heading", "## 6. Title (AMBER)\n\nsecret\n---\n", kWhite,
     R"~(minutes.md:3:1: error[structure-setext-heading]: an underlined heading can end a marked section by accident
    3 | secret
      | ^~~~~~
  help: write it with `#` in a document with markings; a rule (`---`) needs a blank line before it

)~"},
    {"a table that touches a paragraph", "text\n| a | b |\n|---|---|\n| (AMBER) c | d |", kWhite,
     R"~(minutes.md:1:1: error[structure-touching-table]: this table touches the text before it
    1 | text
      | ^~~~
  help: put a blank line before a table in a document with markings

)~"},
    {"a table that touches a heading", "## Title\n| a | b |\n|---|---|\n| (AMBER) c | d |", kWhite,
     R"~(minutes.md:2:1: error[structure-touching-table]: this table touches the text before it
    2 | | a | b |
      | ^~~~~~~~~
  help: put a blank line before a table in a document with markings

)~"},
    {"a definition before a paragraph", "[x]: /u\n(AMBER) text", kWhite,
     R"~(minutes.md:2:1: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    2 | (AMBER) text
      | ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

minutes.md:1:1: error[structure-shared-definition]: a link definition shares a paragraph with what follows
    1 | [x]: /u
      | ^~~~~~~
  help: put a blank line behind the definition in a document with markings

)~"},
    {"a definition before a link", "[x]: /u\n[x] text [AMBER: words]", kWhite,
     R"~(minutes.md:1:1: error[structure-shared-definition]: a link definition shares a paragraph with what follows
    1 | [x]: /u
      | ^~~~~~~
  help: put a blank line behind the definition in a document with markings

)~"},
    {"an open fence", "(AMBER) text\n\n```\ncode\n", kWhite,
     R"~(minutes.md:3:1: error[structure-open-fence]: this code is never closed
    3 | ```
      | ^~~
  help: close the fence

)~"},
    {"an open fence in a list", "- (AMBER) text\n- ~~~\n  code\n\ntext\n", kWhite,
     R"~(minutes.md:2:1: error[structure-overlap]: where this block begins and ends is not certain in a document with markings
    2 | - ~~~
      | ^~~~~
  help: put a blank line before and behind it, and close what is open

minutes.md:2:1: error[structure-open-fence]: this code is never closed
    2 | - ~~~
      | ^~~~~
  help: close the fence

)~"},
    {"an open fence around a heading", "```\n## 6. Title (AMBER)\n", kWhite,
     R"~(minutes.md:1:1: error[structure-open-fence]: this code is never closed
    1 | ```
      | ^~~
  help: close the fence

)~"},
    {"an open comment", "(AMBER) text\n\n<!-- comment\n\n## Title\n", kWhite,
     R"~(minutes.md:3:1: error[structure-open-html]: this HTML is never closed
    3 | <!-- comment
      | ^~~~~~~~~~~~
  help: close it (a comment with `-->`)

)~"},
    {"an open comment around a heading", "<!--\n## 6. Title (AMBER)\n", kWhite,
     R"~(minutes.md:2:13: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    2 | ## 6. Title (AMBER)
      |             ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

minutes.md:1:1: error[structure-open-html]: this HTML is never closed
    1 | <!--
      | ^~~~
  help: close it (a comment with `-->`)

)~"},
    {"a NUL byte", std::string("(AMBER) a\0b", 11), kWhite,
     R"~(minutes.md:1:10: error[structure-nul]: a NUL byte in a document with markings
    1 | (AMBER) a�b
      |          ^
  help: save the file as plain UTF-8 text

)~"},
    {"code that is not certain", "<https://a.example/`> [AMBER: x `] y` z]", kWhite,
     R"~(minutes.md:1:1: error[structure-unclear-code]: where code begins and ends here is not certain
    1 | <https://a.example/`> [AMBER: x `] y` z]
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: keep `<...>` and link targets with backticks out of a block with a marking

minutes.md:1:23: error[marking-span-boundary]: this span does not begin and end in the same text
    1 | <https://a.example/`> [AMBER: x `] y` z]
      |                       ^~~~~~~~~~~~
  help: open and close it on the same side of emphasis, of a link and of its title

)~"},
    {"a span before a bracket", "see [AMBER: x](y)", kWhite,
     R"~(minutes.md:1:5: error[marking-span-followed]: `(` behind a marked span makes a link of it
    1 | see [AMBER: x](y)
      |     ^~~~~~~~~~~
  help: put a space or a backslash between `]` and `(`

)~"},
    {"a span before a reference", "see [AMBER: x][y]", kWhite,
     R"~(minutes.md:1:5: error[marking-span-followed]: `[` behind a marked span makes a link of it
    1 | see [AMBER: x][y]
      |     ^~~~~~~~~~~
  help: put a space or a backslash between `]` and `[`

)~"},
    {"a span before a colon", "see [AMBER: x]: y", kWhite,
     R"~(minutes.md:1:5: error[marking-span-followed]: `:` behind a marked span makes a link of it
    1 | see [AMBER: x]: y
      |     ^~~~~~~~~~~
  help: put a space or a backslash between `]` and `:`

)~"},
    {"a span across emphasis", "*see [AMBER: x* y]", kWhite,
     R"~(minutes.md:1:6: error[marking-span-boundary]: this span does not begin and end in the same text
    1 | *see [AMBER: x* y]
      |      ^~~~~~~~~~~~~
  help: open and close it on the same side of emphasis, of a link and of its title

)~"},
    {"a span across a link", "[see [AMBER: x](/u) y]", kWhite,
     R"~(minutes.md:1:6: error[marking-span-followed]: `(` behind a marked span makes a link of it
    1 | [see [AMBER: x](/u) y]
      |      ^~~~~~~~~~~
  help: put a space or a backslash between `]` and `(`

)~"},
    {"a span in the title of a link", "[see](/u \"[AMBER: x]\")", kWhite,
     R"~(minutes.md:1:11: error[marking-span-boundary]: this span does not begin and end in the same text
    1 | [see](/u "[AMBER: x]")
      |           ^~~~~~~~~~
  help: open and close it on the same side of emphasis, of a link and of its title

)~"},
};

}  // namespace

TEST_CASE("structure that could hide a portion's extent is an error", "[portions]") {
  for (const Trap& trap : kHidingStructures) {
    INFO(trap.name);
    CHECK(PortionProbe(trap.text, trap.label).findings() == trap.findings);
  }
}

TEST_CASE("the same structure is fine in a document without markings", "[portions]") {
  CHECK(PortionProbe("Title\n---\n\ntext").findings().empty());
  CHECK(PortionProbe("text\n| a |\n|---|\n| b |").findings().empty());
  CHECK(PortionProbe("```\nan open fence").findings().empty());
}

TEST_CASE("sound structure is no error beside a marking", "[portions]") {
  const std::string marked = "(AMBER) text\n\n";
  for (const std::string text :
       {"```\ncode\n```\n", "- ~~~ info\n  code\n  ~~~\n- b", "> ```\n> code\n> ```\n",
        "<!-- a\ncomment -->\n", "[x]: /u\n\n[x] text\n", "[Note]: this is none\n",
        "[Post Meeting Note: text]\n", "- a\n\n  | b |\n  |---|\n  | c |\n",
        "x\n\n    code\n\n\ttext\n", "1.\ta\n\n\tb\n10. c\n", "-\n  a\n-\n- b\n",
        "> a\nlazy\n\n***\n", "- | a |\n  |---|\n", "text [AMBER: a `]` b] text",
        "[AMBER: https://example.org/x] and www.example.org"}) {
    INFO(text);
    PortionProbe probe(marked + text);
    CHECK(probe.findings().empty());
    CHECK(probe.clearing_findings(kWhite).empty());
    CHECK(probe.clearing_findings(kRed).empty());
  }
}

TEST_CASE("the structure rule can be switched off", "[portions]") {
  GateRules rules;
  rules.structure = false;
  for (const Trap& trap : kHidingStructures) {
    INFO(trap.name);
    const std::string codes = PortionProbe(trap.text, trap.label, rules).codes();
    CHECK(codes.find("structure-") == std::string::npos);
    CHECK(codes.find("marking-span-") == std::string::npos);
  }
}

}  // namespace opsg::restricted
