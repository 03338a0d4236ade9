#include <string>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

// Would-be markings. Each must stop the build, and say what to write.
const Trap kNearMisses[] = {
    {"a marking that is not first", "(SECAS) (AMBER): text", kWhite,
     R"~(minutes.md:1:9: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | (SECAS) (AMBER): text
      |         ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"a marking before the title", "## (AMBER) 6. Title", kWhite,
     R"~(minutes.md:1:4: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | ## (AMBER) 6. Title
      |    ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(AMBER)`

)~"},
    {"a marking within a heading", "## 6. Title (AMBER) again", kWhite,
     R"~(minutes.md:1:13: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | ## 6. Title (AMBER) again
      |             ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(AMBER)`

)~"},
    {"a second marking", "## 6. Title (AMBER) (RED)", kWhite,
     R"~(minutes.md:1:13: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | ## 6. Title (AMBER) (RED)
      |             ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(AMBER)`

)~"},
    {"a marking inside an action", "ACTION OPSG 41/02 (AMBER): The OPSG to", kWhite,
     R"~(minutes.md:1:19: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | ACTION OPSG 41/02 (AMBER): The OPSG to
      |                   ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"a marking at the end of a paragraph", "The supplier (AMBER)", kWhite,
     R"~(minutes.md:1:14: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | The supplier (AMBER)
      |              ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"a level in brackets that closes a sentence", "The status is bad (RED).", kWhite,
     R"~(minutes.md:1:19: error[marking-near-miss]: `(RED)` stands where it marks nothing
    1 | The status is bad (RED).
      |                   ^~~~~
  help: open the block with `(RED) `, or mark words with `[RED: words]`; if it is prose, write `\(RED)`

)~"},
    {"square brackets without words", "[AMBER]", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `[AMBER]` opens like a marking and is none
    1 | [AMBER]
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\[AMBER]`

)~"},
    {"square brackets without a space", "[AMBER:words]", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `[AMBER` opens like a marking and is none
    1 | [AMBER:words]
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\[AMBER`

)~"},
    {"a span never closed", "see [AMBER: words", kWhite,
     R"~(minutes.md:1:5: error[marking-near-miss]: `[AMBER:` is never closed in its block
    1 | see [AMBER: words
      |     ^~~~~~~
  help: close it with `]`; if it is prose, write `\[AMBER:`

)~"},
    {"curly brackets", "{AMBER: words}", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `{AMBER` opens like a marking and is none
    1 | {AMBER: words}
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\{AMBER`

)~"},
    {"bold", "**(AMBER)** text", kWhite,
     R"~(minutes.md:1:3: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | **(AMBER)** text
      |   ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBER)`

)~"},
    {"bold inside the bracket", "(**AMBER**) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(**AMBER` reads as AMBER, but is not written in plain characters
    1 | (**AMBER**) text
      | ^~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(**AMBER`

)~"},
    {"lower case", "(amber) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(amber)` would be a marking in plain capitals
    1 | (amber) text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(amber)`

)~"},
    {"a capital", "(Amber) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(Amber)` would be a marking in plain capitals
    1 | (Amber) text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(Amber)`

)~"},
    {"lower case, never closed", "## 6. Title (amber", kWhite,
     R"~(minutes.md:1:13: error[marking-near-miss]: `(amber` would be a marking in plain capitals
    1 | ## 6. Title (amber
      |             ^~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(amber`

)~"},
    {"never closed", "(AMBER text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(AMBER` opens like a marking and is none
    1 | (AMBER text
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBER`

)~"},
    {"never opened", "AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `AMBER)` opens like a marking without its brackets
    1 | AMBER) text
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `AMBER\)`

)~"},
    {"no space", "(AMBER)text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(AMBER)` opens like a marking and is none
    1 | (AMBER)text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBER)`

)~"},
    {"a tab instead of the space", "(AMBER)\ttext", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(AMBER)` opens like a marking and is none
    1 | (AMBER)	text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBER)`

)~"},
    {"on a line by itself", "(AMBER)\ntext", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(AMBER)` opens like a marking and is none
    1 | (AMBER)
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBER)`

)~"},
    {"words in the bracket", "(AMBER - x) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(AMBER` opens like a marking and is none
    1 | (AMBER - x) text
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBER`

)~"},
    {"spaces in the bracket", "( AMBER ) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `( AMBER` opens like a marking and is none
    1 | ( AMBER ) text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\( AMBER`

)~"},
    {"a bare name with a colon", "AMBER: text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `AMBER:` opens like a marking without its brackets
    1 | AMBER: text
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `AMBER\:`

)~"},
    {"a bare name with a hyphen", "AMBER - text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `AMBER -` opens like a marking without its brackets
    1 | AMBER - text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `AMBER \-`

)~"},
    {"a bare name with a dash", "AMBER \u2013 text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `AMBER –` opens like a marking without its brackets
    1 | AMBER – text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"a bold name with a colon", "**AMBER**: text", kWhite,
     R"~(minutes.md:1:3: error[marking-near-miss]: `AMBER**:` opens like a marking without its brackets
    1 | **AMBER**: text
      |   ^~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `AMBER**\:`

)~"},
    {"a bare name at a heading", "## RED: title", kWhite,
     R"~(minutes.md:1:4: error[marking-near-miss]: `RED:` opens like a marking without its brackets
    1 | ## RED: title
      |    ^~~~
  help: end the heading with ` (RED)` to mark its section; if it is prose, write `RED\:`

)~"},
    {"a bare name in a first cell", "| RED: a | b |\n|---|---|\n| c | d |", kWhite,
     R"~(minutes.md:1:3: error[marking-near-miss]: `RED:` opens like a marking without its brackets
    1 | | RED: a | b |
      |   ^~~~
  help: write `(RED) ` before the first word, on its line; if it is prose, write `RED\:`

)~"},
    {"a letter left out", "(AMBR) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(AMBR)` is a single slip away from the level AMBER
    1 | (AMBR) text
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(AMBR)`

)~"},
    {"two letters swapped", "(ABMER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(ABMER)` is a single slip away from the level AMBER
    1 | (ABMER) text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(ABMER)`

)~"},
    {"a letter twice", "(GREEEN) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(GREEEN)` is a single slip away from the level GREEN
    1 | (GREEEN) text
      | ^~~~~~~~
  help: write `(GREEN) ` before the first word, on its line; if it is prose, write `\(GREEEN)`

)~"},
    {"another letter", "(WHITF) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(WHITF)` is a single slip away from the level WHITE
    1 | (WHITF) text
      | ^~~~~~~
  help: write `(WHITE) ` before the first word, on its line; if it is prose, write `\(WHITF)`

)~"},
    {"another separator", "(TLP AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(TLP AMBER)` is a single slip away from the level TLP:AMBER
    1 | (TLP AMBER) text
      | ^~~~~~~~~~~
  help: write `(TLP:AMBER) ` before the first word, on its line; if it is prose, write `\(TLP AMBER)`

)~"},
    {"a slip in a span", "[AMBRE: words] text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `[AMBRE` is a single slip away from the level AMBER
    1 | [AMBRE: words] text
      | ^~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\[AMBRE`

)~"},
    {"a Cyrillic letter", "(\u0410MBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(АMBER)` reads as AMBER, but is not written in plain characters
    1 | (АMBER) text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(АMBER)`

)~"},
    {"Cyrillic letters in a short name", "(R\u0415D) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(RЕD)` reads as RED, but is not written in plain characters
    1 | (RЕD) text
      | ^~~~~
  help: write `(RED) ` before the first word, on its line; if it is prose, write `\(RЕD)`

)~"},
    {"fullwidth letters and brackets", "\uff08\uff21\uff2d\uff22\uff25\uff32\uff09 text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `（ＡＭＢＥＲ）` reads as AMBER, but is not written in plain characters
    1 | （ＡＭＢＥＲ） text
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write its bracket as `\(`

)~"},
    {"a zero-width space in the name",
     "(AM\u200b"
     "BER) text",
     kWhite,
     "minutes.md:1:1: error[marking-near-miss]: `(AM\u200bBER)` reads as AMBER, but is not written "
     "in plain characters\n"
     "    1 | (AM\u200bBER) text\n"
     "      | ^~~~~~~~\n"
     "  help: write `(AMBER) ` before the first word, on its line; if it is prose, write "
     "`\\(AM\u200bBER)`\n"
     "\n"},
    {"a zero-width space behind the bracket", "(\u200bRED) text", kWhite,
     "minutes.md:1:1: error[marking-near-miss]: `(\u200bRED)` reads as RED, but is not written in "
     "plain characters\n"
     "    1 | (\u200bRED) text\n"
     "      | ^~~~~~\n"
     "  help: write `(RED) ` before the first word, on its line; if it is prose, write "
     "`\\(\u200bRED)`\n"
     "\n"},
    {"a byte order mark before the bracket", "\ufeff(AMBER) text", kWhite,
     "minutes.md:1:4: error[marking-near-miss]: `(AMBER)` stands where it marks nothing\n"
     "    1 | \ufeff(AMBER) text\n"
     "      |  ^~~~~~~\n"
     "  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, "
     "write `\\(AMBER)`\n"
     "\n"},
    {"a no-break space behind the marking", "(AMBER)\u00a0text", kWhite,
     "minutes.md:1:1: error[marking-near-miss]: `(AMBER)` opens like a marking and is none\n"
     "    1 | (AMBER)\u00a0text\n"
     "      | ^~~~~~~\n"
     "  help: write `(AMBER) ` before the first word, on its line; if it is prose, write "
     "`\\(AMBER)`\n"
     "\n"},
    {"a bracket by number", "&#40;AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `&#40;AMBER)` reads as AMBER, but is not written in plain characters
    1 | &#40;AMBER) text
      | ^~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write its bracket as `\(`

)~"},
    {"a bracket by hexadecimal number", "&#x28;AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `&#x28;AMBER)` reads as AMBER, but is not written in plain characters
    1 | &#x28;AMBER) text
      | ^~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write its bracket as `\(`

)~"},
    {"a bracket by name", "&lpar;AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `&lpar;AMBER)` reads as AMBER, but is not written in plain characters
    1 | &lpar;AMBER) text
      | ^~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write its bracket as `\(`

)~"},
    {"a letter by number", "(&#65;MBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(&#65;MBER)` reads as AMBER, but is not written in plain characters
    1 | (&#65;MBER) text
      | ^~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(&#65;MBER)`

)~"},
    {"an escaped letter", "(\\AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(\AMBER)` reads as AMBER, but is not written in plain characters
    1 | (\AMBER) text
      | ^~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(\AMBER)`

)~"},
    {"a link text", "[AMBER](https://example.org)", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `[AMBER]` opens like a marking and is none
    1 | [AMBER](https://example.org)
      | ^~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\[AMBER]`

)~"},
    {"a link target", "[text](AMBER)", kWhite,
     R"~(minutes.md:1:7: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | [text](AMBER)
      |       ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"an image", "![AMBER: words]", kWhite,
     R"~(minutes.md:1:2: error[marking-near-miss]: `[AMBER` stands where it marks nothing
    1 | ![AMBER: words]
      |  ^~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\[AMBER`

)~"},
    {"HTML", "<div>\n(AMBER) text\n</div>", kWhite,
     R"~(minutes.md:2:1: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    2 | (AMBER) text
      | ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

)~"},
    {"behind a comment", "<!-- x --> (AMBER) text", kWhite,
     R"~(minutes.md:1:12: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | <!-- x --> (AMBER) text
      |            ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

)~"},
    {"a definition", "[amber]: https://example.org", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `[amber]` would be a marking in plain capitals
    1 | [amber]: https://example.org
      | ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

)~"},
    {"a title of a definition", "[a]: /u \"(AMBER)\"", kWhite,
     R"~(minutes.md:1:10: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | [a]: /u "(AMBER)"
      |          ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

)~"},
    {"indented code", "    (AMBER) text", kWhite,
     R"~(minutes.md:1:5: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 |     (AMBER) text
      |     ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

)~"},
    {"a lazy continuation", "text\n    - (AMBER) text", kWhite,
     R"~(minutes.md:2:7: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    2 |     - (AMBER) text
      |       ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"another cell than the first", "| a | b |\n|---|---|\n| c | (AMBER) d |", kWhite,
     R"~(minutes.md:3:7: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    3 | | c | (AMBER) d |
      |       ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"a cell too many", "| a |\n|---|\n| b | (AMBER) c |", kWhite,
     R"~(minutes.md:3:7: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    3 | | b | (AMBER) c |
      |       ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, reword it

)~"},
    {"a marking in a quote in the middle", "> text\n> (AMBER) more", kWhite,
     R"~(minutes.md:2:3: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    2 | > (AMBER) more
      |   ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"a heading without a space", "##6. Title (AMBER)", kWhite,
     R"~(minutes.md:1:12: error[marking-near-miss]: `(AMBER)` stands where it marks nothing
    1 | ##6. Title (AMBER)
      |            ^~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `\(AMBER)`

)~"},
    {"a level behind a stroke, in a heading", "## 6. Supplier plan (SECAS/AMBER)", kWhite,
     R"~(minutes.md:1:21: error[marking-near-miss]: `(SECAS/AMBER)` names the level AMBER among other things
    1 | ## 6. Supplier plan (SECAS/AMBER)
      |                     ^~~~~~~~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(SECAS/AMBER)`

)~"},
    {"a level behind a comma, in a heading", "## 6. Supplier plan (SECAS, Amber) again", kWhite,
     R"~(minutes.md:1:21: error[marking-near-miss]: `(SECAS, Amber)` names the level AMBER among other things
    1 | ## 6. Supplier plan (SECAS, Amber) again
      |                     ^~~~~~~~~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(SECAS, Amber)`

)~"},
    {"a level behind a dash, in a heading's bracket", "## 6. Supplier plan (SECAS - AMBER)", kWhite,
     R"~(minutes.md:1:21: error[marking-near-miss]: `(SECAS - AMBER)` names the level AMBER among other things
    1 | ## 6. Supplier plan (SECAS - AMBER)
      |                     ^~~~~~~~~~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\(SECAS - AMBER)`

)~"},
    {"a level behind a comma", "(SECAS, AMBER) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(SECAS, AMBER)` names the level AMBER among other things
    1 | (SECAS, AMBER) text
      | ^~~~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(SECAS, AMBER)`

)~"},
    {"a level behind a stroke", "(Secretariat/amber) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(Secretariat/amber)` names the level AMBER among other things
    1 | (Secretariat/amber) text
      | ^~~~~~~~~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(Secretariat/amber)`

)~"},
    {"a level behind 'and'", "(SECAS and Amber) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(SECAS and Amber)` names the level AMBER among other things
    1 | (SECAS and Amber) text
      | ^~~~~~~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(SECAS and Amber)`

)~"},
    {"a level among others", "The plan (SECAS; TLP:AMBER & DCC) is late", kWhite,
     R"~(minutes.md:1:10: error[marking-near-miss]: `(SECAS; TLP:AMBER & DCC)` names the level TLP:AMBER among other things
    1 | The plan (SECAS; TLP:AMBER & DCC) is late
      |          ^~~~~~~~~~~~~~~~~~~~~~~~
  help: open the block with `(TLP:AMBER) `, or mark words with `[TLP:AMBER: words]`; if it is prose, write `\(SECAS; TLP:AMBER & DCC)`

)~"},
    {"small letters before 'and'", "(amber + SECAS) text", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `(amber + SECAS)` names the level AMBER among other things
    1 | (amber + SECAS) text
      | ^~~~~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, write `\(amber + SECAS)`

)~"},
    {"a bare name behind an item's number", "## 6. AMBER: Supplier plan", kWhite,
     R"~(minutes.md:1:7: error[marking-near-miss]: `AMBER:` opens like a marking without its brackets
    1 | ## 6. AMBER: Supplier plan
      |       ^~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `AMBER\:`

)~"},
    {"a bare name with a hyphen behind an item's number", "## 3.1 AMBER - plan", kWhite,
     R"~(minutes.md:1:8: error[marking-near-miss]: `AMBER -` opens like a marking without its brackets
    1 | ## 3.1 AMBER - plan
      |        ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `AMBER \-`

)~"},
    {"a bare name with a dash behind an item's number", "## 3.1. AMBER \u2013 plan", kWhite,
     R"~(minutes.md:1:9: error[marking-near-miss]: `AMBER –` opens like a marking without its brackets
    1 | ## 3.1. AMBER – plan
      |         ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, put a word before it

)~"},
    {"a bare name behind a paragraph's number", "3.1 AMBER: plan", kWhite,
     R"~(minutes.md:1:5: error[marking-near-miss]: `AMBER:` opens like a marking without its brackets
    1 | 3.1 AMBER: plan
      |     ^~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is prose, write `AMBER\:`

)~"},
    {"a bare name behind an action's number", "### OPSG 41/02 AMBER: plan", kWhite,
     R"~(minutes.md:1:16: error[marking-near-miss]: `AMBER:` opens like a marking without its brackets
    1 | ### OPSG 41/02 AMBER: plan
      |                ^~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `AMBER\:`

)~"},
    {"a bare name behind an action's colon", "### OPSG 41/02: AMBER - plan", kWhite,
     R"~(minutes.md:1:17: error[marking-near-miss]: `AMBER -` opens like a marking without its brackets
    1 | ### OPSG 41/02: AMBER - plan
      |                 ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `AMBER \-`

)~"},
    {"a bare name that ends a heading", "## 6. Supplier plan - AMBER", kWhite,
     R"~(minutes.md:1:21: error[marking-near-miss]: `- AMBER` ends the heading like a marking without its brackets
    1 | ## 6. Supplier plan - AMBER
      |                     ^~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, write `\- AMBER`

)~"},
    {"a bare name that ends a heading behind a dash", "## 6. Supplier plan \u2013 **AMBER**",
     kWhite,
     R"~(minutes.md:1:21: error[marking-near-miss]: `– **AMBER` ends the heading like a marking without its brackets
    1 | ## 6. Supplier plan – **AMBER**
      |                     ^~~~~~~~~
  help: end the heading with ` (AMBER)` to mark its section; if it is prose, put a word behind it

)~"},
    {"a bare name that ends a heading behind a colon", "## 6. Supplier plan: TLP:AMBER", kWhite,
     R"~(minutes.md:1:20: error[marking-near-miss]: `: TLP:AMBER` ends the heading like a marking without its brackets
    1 | ## 6. Supplier plan: TLP:AMBER
      |                    ^~~~~~~~~~~
  help: end the heading with ` (TLP:AMBER)` to mark its section; if it is prose, write `\: TLP:AMBER`

)~"},
    {"a span in small letters", "see [amber: words] here", kWhite,
     R"~(minutes.md:1:5: error[marking-near-miss]: `[amber` would open a marked span in plain capitals
    1 | see [amber: words] here
      |     ^~~~~~
  help: write it in capitals, `[AMBER: words]`; if it is prose, write `\[amber`

)~"},
    {"a span with a capital", "[Red:words]", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `[Red` would open a marked span in plain capitals
    1 | [Red:words]
      | ^~~~
  help: write it in capitals, `[RED: words]`; if it is prose, write `\[Red`

)~"},
    {"a span with another name", "## Title [Tlp:Amber: words]", kWhite,
     R"~(minutes.md:1:10: error[marking-near-miss]: `[Tlp:Amber` would open a marked span in plain capitals
    1 | ## Title [Tlp:Amber: words]
      |          ^~~~~~~~~~
  help: write it in capitals, `[TLP:AMBER: words]`; if it is prose, write `\[Tlp:Amber`

)~"},
    {"another name without brackets", "TLP:AMBER x", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `TLP:AMBER` opens like a marking without its brackets
    1 | TLP:AMBER x
      | ^~~~~~~~~
  help: write `(TLP:AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"another name with a space", "TLP: AMBER. x", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `TLP: AMBER` opens like a marking without its brackets
    1 | TLP: AMBER. x
      | ^~~~~~~~~~
  help: write `(TLP:AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"a line that ends a level", "text\n\n**END of AMBER**", kWhite,
     R"~(minutes.md:3:3: error[marking-near-miss]: `END of AMBER` stands by itself like a marking without its brackets
    3 | **END of AMBER**
      |   ^~~~~~~~~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"a comment", "<!-- AMBER -->\n\ntext", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `<!-- AMBER -->` is a comment, which marks nothing
    1 | <!-- AMBER -->
      | ^~~~~~~~~~~~~~
  help: open the block with `(AMBER) `, or mark words with `[AMBER: words]`; if it is not meant so, remove or reword the comment

)~"},
    {"a level alone", "AMBER", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `AMBER` stands by itself like a marking without its brackets
    1 | AMBER
      | ^~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"a bold level alone", "text\n\n> **AMBER**\n>\n> text", kWhite,
     R"~(minutes.md:3:5: error[marking-near-miss]: `AMBER` stands by itself like a marking without its brackets
    3 | > **AMBER**
      |     ^~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"a level on a line by itself", "AMBER\ntext", kWhite,
     R"~(minutes.md:1:1: error[marking-near-miss]: `AMBER` stands by itself like a marking without its brackets
    1 | AMBER
      | ^~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
    {"a level alone above the rest of its item", "- AMBER\n\n  text", kWhite,
     R"~(minutes.md:1:3: error[marking-near-miss]: `AMBER` stands by itself like a marking without its brackets
    1 | - AMBER
      |   ^~~~~
  help: write `(AMBER) ` before the first word, on its line; if it is prose, put a word before it

)~"},
};

// Markings as people write them by hand, and in what must not hide them.
const std::string kByHand[] = {
    "(TLP  AMBER) x",
    "(TLP : AMBER) x",
    "(TLP \u2013 AMBER) x",
    "(TLP  RED) x",
    "(TPL RED) x",
    "(T.L.P. AMBER) x",
    "(T.L.P.:RED) x",
    "(tlp  amber) x",
    "> (TLP\n> AMBER) x",
    "TLP : RED: x",
    "TLP:  RED - x",
    "T.L.P. RED x",
    "## Title TLP:AMBER",
    "## Title - TLP AMBER",
    "## Title TLP : RED",
    "(Amber - commercially sensitive) x",
    "x (amber: do not publish)",
    "(commercially sensitive: AMBER) x",
    "x (Marking: AMBER)",
    "(A.M.B.E.R.) x",
    "x (R.E.D.)",
    "A.M.B.E.R.: x",
    "[End of AMBER]",
    "(end of TLP:AMBER) x",
    "[this part is RED] x",
    "[NB: AMBER] x",
    "- [ ] AMBER: x",
    "- [x] **AMBER**: x",
    "\u2610 AMBER: x",
    "\u2022 AMBER: x",
    "\u2013 AMBER: x",
    "a) AMBER: x",
    "(a) AMBER: x",
    "i. AMBER: x",
    "(iv) AMBER - x",
    "41/02 AMBER: x",
    "\U0001F534 AMBER: x",
    "\U0001F534AMBER: x",
    "\u201CAMBER: x\u201D",
    "\"RED: x\"",
    "AMBER \u2192 x",
    "AMBER; x",
    "AMBER ONLY: x",
    "**AMBER only** - x",
    "| x | y |\n|---|---|\n| y | AMBER: x |",
    "| x | y |\n|---|---|\n| y | TLP:AMBER x |",
    "(AM<!-- c -->BER) x",
    "(<!-- c -->AMBER) x",
    "AMB<!-- c -->ER: x",
    "(AM`B`ER) x",
    "(`AM`BER) x",
    "(AM\\\nBER) x",
    "> (AM\\\n> BER) x",
    "([AM](url)BER) x",
    "(AM[BER](url)) x",
    "(A[MB][c]ER) x",
    "AMBER+STRICT: x",
    "x (TLP:AMBER+STRICT)",
    "## Title TLP:AMBER+STRICT",
    "(amber+strict) x",
    "BEGIN AMBER",
    "END OF AMBER",
    "**Start of TLP:AMBER**\n\nx",
    "AMBER section begins\nx",
    "> AMBER ENDS.",
    "## AMBER section",
    "## AMBER",
    "## RED items",
    "## 6. Start of AMBER",
    "<!-- AMBER --> x",
    "x <!-- (Amber) --> y",
    "<!-- TLP : RED -->",
    "x\n\n<!-- BEGIN AMBER -->\n\ny",
    "<!-- end of AMBER section -->",
    "<!--AMBER-->\nx",
    "- x\n\n  <!-- AMBER -->\n\n  y",
    "| <!-- AMBER --> x | y |\n|---|---|\n| y | x |",
    "(\u1D00\u1D0D\u0299\u1D07\u0280) x",
    "(\u0280\u1D07\u1D05 - x) y",
};

// What must stay prose, or no committee could write its minutes.
const std::string kProse[] = {
    "The status for this LSC was **AMBER**.",
    "an amber status",
    "RED due to late delivery",
    "**RED** due to late delivery",
    "- RED\n- AMBER",
    "| RED | **AMBER** |\n|---|---|\n| TLP:RED | GREEN |",
    "the state (LSC 1 GREEN, LSC 2 RED)",
    "(LSC 1 GREEN, LSC 2 RED) text",
    "the statuses (amber, red) changed",
    "## 6. The red list (infra-red)",
    "## 6. Infra-RED cameras",
    "## 6. Supplier plan \\- AMBER",
    "## 6. AMBER\\: plan",
    "## 6. \\(SECAS/AMBER)",
    "[text](/pages/RED/x)",
    "\\[amber: words]",
    "Use of TLP:AMBER",
    "Registration Data Provider (RDP) Incidents",
    "Request for Proposal (RFP)",
    "(Part) 1 (REG) (RAD) (REDS) (READ)",
    "(SECAS/DCC) (GREEK) text",
    "(a green field) (amber and red)",
    "(Greenfield site) [clearing the backlog]",
    "(White paper on firmware)",
    "Status: RED - late",
    "\\(AMBER) text",
    "text \\[AMBER: words]",
    "AMBER\\: text",
    "AMBER \\- text",
    "`(AMBER)` text",
    "text `[AMBER: words]` text",
    "``(AMBER) ` text``",
    "```\n(AMBER) text\n## Title (AMBER)\n```",
    "~~~\n(AMBR) text\n~~~\n\ntext",
    "<!-- (AMBER) text -->",
    "text <!-- (AMBER) text --> text",
    "AMBER section of the track",
    "The end of AMBER is near",
    "End of the AMBER section",
    "## WHITE",
    "## RED risks",
    "## Status: AMBER",
    "## The amber section",
    "Start of Red Team work",
    "<!-- the status was AMBER -->",
    "<!-- WHITE -->\n\ntext",
    "text <!-- white only --> text",
    "`<!-- AMBER -->` text",
    "<!-- AMBR -->",
    "| a | b |\n|---|---|\n| `(AMBER)` | RED - late |",
    "[Post Meeting Note: the amber status was raised]",
    "Red: 3, Amber: 2, Green: 1",
    "Setext\n===\n\nRED due to",
    "- [ ] RED\n- [x] AMBER",
    "a) AMBER due to late delivery",
    "RED \u2192 AMBER",
    "RED; AMBER; GREEN",
    "(LSC 1: RED, LSC 2: GREEN) text",
    "The measure (RAG status: AMBER) is late",
    "(amber: 3, red: 2) text",
    "a field (green-lit)",
    "(the status was RED) text",
    "| x | RED: 3 |\n|---|---|\n| y | Amber: late |",
    "| x | TLP:RED |\n|---|---|\n| y | AMBER |",
    "The T.L.P. and TLP are the same.",
    "see `AMBER`: it is a level",
    "[a list](/pages/x) and [text](/y)s RED",
    "\u2022 AMBER\\: x",
    "(Clear: no further action) text",
};

}  // namespace

TEST_CASE("what could be meant as a marking is an error", "[portions]") {
  for (const Trap& trap : kNearMisses) {
    INFO(trap.name);
    CHECK(PortionProbe(trap.text, trap.label).findings() == trap.findings);
  }
}

TEST_CASE("markings written by hand are errors, whatever decorates or splits them", "[portions]") {
  for (const std::string& text : kByHand) {
    INFO(text);
    CHECK(PortionProbe(text).codes().find("marking-near-miss") == 0);
  }
}

TEST_CASE("a near-miss is an error whatever is around it", "[portions]") {
  CHECK(PortionProbe("- a\n  > (amber) b").codes() == "marking-near-miss 2:5\n");
  CHECK(PortionProbe("## T (AMBER)\n\nx (AMBER)").codes() == "marking-near-miss 3:3\n");
  CHECK(PortionProbe("[AMBER: x (RED) y]").codes() == "marking-near-miss 1:11\n");
}

TEST_CASE("nothing is cleared of a document with a near-miss", "[portions]") {
  PortionProbe probe("public\n\n(AMBR) secret");
  CHECK(probe.map().doubtful);
  CHECK(probe.fragments(kRed).empty());
}

TEST_CASE("prose with the names of levels stays prose", "[portions]") {
  for (const std::string& text : kProse) {
    INFO(text);
    PortionProbe probe(text);
    CHECK(probe.findings().empty());
    CHECK_FALSE(probe.map().has_markings());
    CHECK(probe.cleared(kWhite) == text);
  }
}

TEST_CASE("the near-miss rule can be switched off", "[portions]") {
  GateRules rules;
  rules.near_misses = false;
  PortionProbe probe("(AMBR) secret", kWhite, rules);
  CHECK(probe.findings().empty());
  CHECK(probe.cleared(kWhite) == "(AMBR) secret");
}

}  // namespace opsg::restricted
