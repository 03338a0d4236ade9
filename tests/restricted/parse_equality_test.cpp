#include <string>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

struct ClearingTrap {
  std::string name;
  std::string text;
  Level label;
  Level clearance;
  std::string findings;
};

// What no other rule notices.
const ClearingTrap kReadOtherwise[] = {
    {"lists that would join", "- a\n\n(AMBER) text\n\n- b", kWhite, kWhite,
     R"~(minutes.md:1:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    1 | - a
      | ^~~
  note: minutes.md:3:1: the withheld block between two lists, which would join
    3 | (AMBER) text
      | ^~~~~~~
  help: put a paragraph or a comment (`<!-- -->`) between the lists

)~"},
    {"a definition that is withheld", "## 1. A (AMBER)\n\n[x]: /u\n\n## 2. B\n\nsee [x]", kWhite,
     kWhite,
     R"~(minutes.md:7:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    7 | see [x]
      | ^~~~~~~
  help: keep a link and its definition (`[name]: address`) in the same portion, or write the address into the link: `[text](address)`

)~"},
    {"a definition that hides another",
     "## 1. A (AMBER)\n\n[x]: /secret\n\n## 2. B\n\nsee [x]\n\n[x]: /public", kWhite, kWhite,
     R"~(minutes.md:7:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    7 | see [x]
      | ^~~~~~~
  help: keep a link and its definition (`[name]: address`) in the same portion, or write the address into the link: `[text](address)`

)~"},
    {"a definition outside an extract", "(WHITE) see [x]\n\n[x]: /u", kGreen, kWhite,
     R"~(minutes.md:1:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    1 | (WHITE) see [x]
      | ^~~~~~~~~~~~~~~
  help: keep a link and its definition (`[name]: address`) in the same portion, or write the address into the link: `[text](address)`

)~"},
    {"a marked list marker", "(AMBER) - text", kWhite, kRed,
     R"~(minutes.md:1:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    1 | (AMBER) - text
      | ^~~~~~~~~~~~~~
  help: put a paragraph or a comment (`<!-- -->`) between lists or code that would join; write a marking behind `- ` or `1. `, and at the end of a heading

)~"},
    {"a marked heading", "(AMBER) # text", kWhite, kRed,
     R"~(minutes.md:1:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    1 | (AMBER) # text
      | ^~~~~~~~~~~~~~
  help: put a paragraph or a comment (`<!-- -->`) between lists or code that would join; write a marking behind `- ` or `1. `, and at the end of a heading

)~"},
    {"emphasis that the brackets kept off", "a**[AMBER: b]**c", kWhite, kRed,
     R"~(minutes.md:1:1: error[structure-changed]: this would read differently once what is withheld and the markings are taken out
    1 | a**[AMBER: b]**c
      | ^~~~~~~~~~~~~~~~
  help: put the `*` or `_` of emphasis inside the marking's brackets

)~"},
};

}  // namespace

TEST_CASE("what would read differently once cleared is an error", "[portions]") {
  for (const ClearingTrap& trap : kReadOtherwise) {
    INFO(trap.name);
    PortionProbe probe(trap.text, trap.label);
    CHECK(probe.findings().empty());
    CHECK(probe.clearing_findings(trap.clearance) == trap.findings);
  }
}

TEST_CASE("parse equality can be switched off", "[portions]") {
  GateRules rules;
  rules.parse_equality = false;
  for (const ClearingTrap& trap : kReadOtherwise) {
    INFO(trap.name);
    CHECK(PortionProbe(trap.text, trap.label, rules).clearing_findings(trap.clearance).empty());
  }
}

TEST_CASE("a comment keeps two lists apart", "[portions]") {
  PortionProbe probe("- a\n\n(AMBER) text\n\n<!-- -->\n\n- b");
  CHECK(probe.clearing_findings(kWhite).empty());
}

TEST_CASE("a definition serves the portion that holds it", "[portions]") {
  PortionProbe probe("## A (WHITE)\n\nsee [x]\n\n[x]: /u\n\n## B\n", kGreen);
  CHECK(probe.clearing_findings(kWhite).empty());
}

TEST_CASE("the text may hold the characters that mark zones", "[portions]") {
  std::string text = "[AMBER: a] \u2E00\u2E01 \u2E02";
  PortionProbe probe(text);
  CHECK(probe.findings().empty());
  CHECK(probe.clearing_findings(kWhite).empty());
  CHECK(probe.cleared(kWhite) == "\\[redacted\\] \u2E00\u2E01 \u2E02");
}

}  // namespace opsg::restricted
