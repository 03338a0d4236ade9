#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

/// A document's label, and its bodies.
struct Labelled {
  std::string_view level;
  std::vector<std::string_view> bodies;
};

// Another level's name in what a marking covers.
const Labelled kOtherLevels[] = {
    {"red",
     {
         "(WHITE) The supplier B failed. RED",
         "## A title (WHITE)\n\nThe supplier A failed and will close in the month of May - RED",
         "## A title (WHITE)\n\nText.\n\nCONFIDENTIAL: The supplier failed.",
         "## A title (WHITE)\n\nText.\n\n(RESTRICTED) The supplier failed.",
         "## A title (WHITE)\n\nText.\n\nSECRET\nThe supplier failed.",
         "(WHITE) Text (CONFIDENTIAL)",
         "## A title (WHITE)\n\nText.\n\n<!-- RED -->\n\nThe supplier failed.",
         "## A title (RED)\n\n- (WHITE) The supplier failed. RED",
     }},
    {"amber", {"(WHITE) The supplier failed. AMBER", "(WHITE) TLP:GREEN The supplier"}},
    {"green",
     {
         "(WHITE) AMBER: The supplier failed",
         "(WHITE) AMBER. The supplier failed",
         "(WHITE) **AMBER** - The supplier failed",
         "(WHITE) AMBER\nThe supplier failed",
         "(WHITE) \"AMBER\": The supplier failed",
         "(WHITE) (a) AMBER: The supplier failed",
         "(WHITE) END OF AMBER",
         "[WHITE: AMBER: the supplier]",
         "x [WHITE: **AMBER** - the supplier] y",
     }},
    {"white",
     {
         "(GREEN) RED: The supplier failed",
         "(GREEN) CONFIDENTIAL: The supplier failed",
         "(GREEN) (RESTRICTED) The supplier failed",
         "[GREEN: RESTRICTED: the supplier]",
         "(GREEN) ACTION OPSG 41/02 AMBER: The OPSG to report",
         "- (GREEN) RED. The supplier failed",
         "| (GREEN) RED: x | b |\n|---|---|\n| c | d |",
         "(GREEN) The supplier failed and will close in the month of May - RED",
         "[GREEN: The supplier failed and will close in the month of May - RED]",
         "x [GREEN: The supplier failed. RED] y",
     }},
};

// The document's or portion's own level once more.
const Labelled kOwnLevel[] = {
    {"red",
     {
         "The supplier failed. RED",
         "CONFIDENTIAL: The supplier failed.",
         "<!-- RED -->\n\nThe supplier failed.",
         "(WHITE) Text.\n\nSECRET\nThe supplier failed.",
         "(WHITE) Text [RED: of the board (CONFIDENTIAL)] here.",
     }},
    {"amber", {"The supplier failed. AMBER", "(WHITE) Text.\n\nThe supplier failed. AMBER"}},
    {"white",
     {
         "(AMBER) AMBER: The supplier failed.",
         "[AMBER: AMBER: The supplier failed.]",
         "(RED) CONFIDENTIAL: The supplier failed.",
         "(GREEN) RED due to late delivery",
         "(GREEN) The status is AMBER.",
         "[GREEN: LSC 5 - RED]",
         "the status is [GREEN: RED]",
         "The milestones are [GREEN: M1 - GREEN, M2 - AMBER and the last of them - RED]",
     }},
};

// Behind a text, whatever ends it.
const std::string_view kBehindText[] = {
    "The RED team found that the vendor is about to fail in May - AMBER",
    "The supplier failed (see the annex). AMBER",
    "The supplier failed, the OPSG will not pay. AMBER",
    "The penalty is 40%. AMBER",
    "The OPSG said \"no\". AMBER",
    "The *supplier*. AMBER",
    "The supplier is `out`. AMBER",
    "The supplier is [out](/x/). AMBER",
    "The number of failures is said to be 40. AMBER",
    "It is so. AMBER",
    "(The supplier failed.) AMBER",
    "(The supplier failed!) AMBER",
    "The supplier failed.[^1] AMBER\n\n[^1]: x",
    "Text [here.](/about/) AMBER",
    "The supplier failed\u2026 AMBER",
    "\\(The supplier failed.\\) AMBER",
    "The supplier failed. AMBER\\",
    "The supplier told Mr Green. AMBER",
    "The offer of the day came from Ms White - AMBER",
    "The credit rating was cut and the supplier failed. AMBER",
    "The board rated it. The supplier failed. AMBER",
    "## Title. AMBER",
    "## Closed session - CONFIDENTIAL",
    "The supplier failed. CONFIDENTIAL",
    "The supplier failed. \"CONFIDENTIAL\"",
    "The supplier failed.\u00B2 AMBER",
    "The supplier failed. \U0001F534 AMBER",
    "The supplier failed. AMBER \U0001F534",
    "The supplier failed the test - OFFICIAL-SENSITIVE.",
    "<!-- white version exists; AMBER - do not publish -->\n\ntext",
};

// Before a text, whatever parts them.
const std::string_view kBeforeText[] = {
    "AMBER\\\nThe supplier failed",
    "**AMBER**\\\nThe supplier failed",
    "RED\\\nSupplier",
    "\"AMBER\"\\\nThe supplier failed",
    "CONFIDENTIAL\\\nThe supplier failed",
    "## AMBER\\",
    "AMBER paragraph: The supplier failed",
    "AMBER. Green Energy Ltd failed.",
    "AMBER / Green Energy Ltd failed.",
    "AMBER; Green Energy Ltd failed.",
    "AMBER information: Red Ltd failed",
    "x[^note]\n\n[^note]: AMBRE: The supplier failed",
    "- AMBER.\n  The supplier",
    "1. RED\n   The supplier failed.",
    "ACTION OPSG 41/02: AMBER: tell the supplier",
    "**ACTION OPSG 41/02** AMBER: tell the supplier",
    "**ACTION OPSG 41/02: AMBER** tell the supplier",
    "ACTION: AMBER: tell the supplier",
    "ACTION OPSG 41/02 CONFIDENTIAL: tell the supplier",
    "## CONFIDENTIAL items",
    "**CONFIDENTIAL** The supplier failed.",
    "OFFICIAL - SENSITIVE: x",
    "OFFICIAL \u2013 SENSITIVE: x",
    "## AMBER session",
    "## AMBER annex",
    "## AMBER actions",
    "# AMBER minutes",
};

// What must stay prose.
const std::string_view kStatuses[] = {
    "The plan was RED vs. AMBER",
    "The status, e.g. AMBER",
    "The status, i.e. RED",
    "The colour is that of Mr. GREEN",
    "Milestones M1 - GREEN and M2 - RED",
    "The first milestones are M1 - GREEN and the last is M2 - RED",
    "- RED\\\n- AMBER",
    "RED / AMBER",
    "RED. AMBER.",
    "Overall RAG rating of the milestone - RED",
    "ACTION OPSG 41/02: RED team to report",
    "ACTION OPSG 41/02: **RED** milestones to be reviewed",
    "ACTION OPSG 41/02: Report the AMBER: RED ratio",
    "## RED vs. AMBER",
    "- RED \U0001F534\n- AMBER \U0001F7E0",
    "The status of the milestone is AMBER \U0001F7E0",
    "RED \U0001F534 due to late delivery",
    "The status was GREEN. \u2192 AMBER",
    "He answered: \"RESTRICTED\".",
    "## CONFIDENTIAL papers of the court",
    "CONFIDENTIAL section of the court",
};

}  // namespace

TEST_CASE("Another level's name in what a marking covers is never prose") {
  for (const auto& [level, bodies] : kOtherLevels) {
    for (const std::string_view body : bodies) {
      INFO(level << ": " << body);
      CHECK(findings(level, body).find("marking-near-miss") != std::string::npos);
    }
  }
}

TEST_CASE("The own level's name once more is no near-miss") {
  for (const auto& [level, bodies] : kOwnLevel) {
    for (const std::string_view body : bodies) {
      INFO(level << ": " << body);
      CHECK(findings(level, body) == "");
    }
  }
}

TEST_CASE("A level's name beside a text is never prose, whatever parts them") {
  for (const std::string_view body : kBehindText) {
    INFO(body);
    CHECK(findings("white", body).find("marking-near-miss") != std::string::npos);
  }
  for (const std::string_view body : kBeforeText) {
    INFO(body);
    CHECK(findings("white", body).find("marking-near-miss") != std::string::npos);
  }
}

TEST_CASE("Statuses stay prose, whatever parts them from the text") {
  for (const std::string_view body : kStatuses) {
    INFO(body);
    CHECK(findings("white", body) == "");
  }
}

}  // namespace opsg::restricted::testing
