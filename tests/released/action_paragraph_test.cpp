#include "action_paragraph.h"

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

TEST_CASE("an action is raised by a paragraph, however its keyword is written") {
  for (const std::string_view text :
       {"ACTION OPSG 41/02: The DCC to report.", "ACTION: OPSG 41/02: The DCC to report.",
        "**ACTION OPSG 41/02:** The DCC to report.", "**ACTION** OPSG 41/02: The DCC to report.",
        "**ACTION:** OPSG 41/02 – The DCC to report.", "ACTION OPSG\u00a041/02: The DCC to report.",
        "ACTION OPSG\n41/02: The DCC\nto report.", "Action OPSG 41/02: The DCC to report.",
        "- ACTION OPSG 41/02: The DCC to report.", "> ACTION OPSG 41/02: The DCC to report."}) {
    CAPTURE(text);
    const auto read = read_minutes(text);
    CHECK(findings(read) == "");
    CHECK(summary(read.record) ==
          "raises actions: OPSG 41/02 | The DCC to report | no item\n"
          "  owner = DCC (before \"to\")\n");
  }
}

TEST_CASE("prose on actions raises none") {
  for (const std::string_view text : {"ACTIONS outstanding",
                                      "ACTION points were reviewed.",
                                      "Action OPSG 41/02 was closed.",
                                      "The ACTION OPSG 41/02: what next?",
                                      "ACTION",
                                      "OPSG 41/02: The DCC to report",
                                      "Action is wanted: the DCC reports",
                                      "New actions: none",
                                      "- Action: the DCC to report",
                                      "The new ACTION - see below",
                                      "ACTION points of 2021: none",
                                      "ACTION `OPSG` to be reviewed by the OPSG",
                                      "Action for noting: the plan",
                                      "Actions: none",
                                      "Action on climate change: the plan",
                                      "Actions: updates were given to the members",
                                      "Actions: see the log",
                                      "Actions: reviewed and agreed",
                                      "Actions: work on these was done",
                                      "Actions: update on the log",
                                      "Actions: None of the parties spoke",
                                      "Actions: to the DCC",
                                      "Actions: OPSG 41/02 to remain open",
                                      "Actions:\n\n- none to report",
                                      "Actions:\n\n- OPSG 41/02 to remain open",
                                      "Action for OPSG 41/02: see below",
                                      "### Action log",
                                      "### Action OPSG 41/02 was closed",
                                      "### Actions: a review",
                                      "## 4. Actions Outstanding (SECAS)"}) {
    CAPTURE(text);
    const auto read = read_minutes(text);
    CHECK(findings(read) == "");
    CHECK(read.record.entries.empty());
  }
}

TEST_CASE("a paragraph that begins like an action in another spelling is reported") {
  CHECK(findings_of_minutes("Action: the DCC to report") ==
        "minutes.md:1:1: warning[action-unread]: this is prose, and raises no entry of Action log\n"
        "    1 | Action: the DCC to report\n"
        "      | ^~~~~~\n"
        "  help: write `ACTION <id>: ...`; ids look like `OPSG 12/01`: `OPSG`, a number, perhaps "
        "`x`, `/` and two digits\n");
  for (const std::string_view text : {"**Action:** the DCC to report",
                                      "NEW ACTION OPSG 41/02: The DCC to report",
                                      "New action: the DCC to report",
                                      "ACTION - the DCC to report",
                                      "ACTION \u2013 the DCC to report",
                                      "ACTION The DCC to report",
                                      "**ACTION** DCC to report",
                                      "ACTION (DCC): report",
                                      "ACTION. The DCC to report",
                                      "ACTION; report",
                                      "Action for the Secretariat: report",
                                      "ACTION for DCC: report",
                                      "Action on the DCC: report",
                                      "Actions: DCC to report",
                                      "Actions: draft the plan",
                                      "Actions: Draft a plan",
                                      "Actions: to assess the plan; send it",
                                      "**Actions:** the Secretariat and DCC to report",
                                      "Actions:\n\n- DCC to report\n- SECAS to go",
                                      "New actions:\n\n1. The DCC to report",
                                      "### Action OPSG 41/02: The DCC to report",
                                      "### Action OPSG 41/02",
                                      "### Action: The DCC to report",
                                      "### ACTION OPSG 41/2: The DCC to report"}) {
    CAPTURE(text);
    const auto read = read_minutes(text);
    CHECK(read.record.entries.empty());
    REQUIRE(read.diagnostics.items().size() == 1);
    CHECK(read.diagnostics.items()[0].code == "action-unread");
  }
}

TEST_CASE("the fields of an action stand below it") {
  const auto read = read_minutes(
      "## 5. Report\n\nACTION OPSG 41/02: Members to send comments\n\n- Target: 4 February 2021\n"
      "- Owner: OPSG\n\nACTION OPSG 41/03: The DCC to send:\n\n- a report\n- a plan\n");
  CHECK(findings(read) == "");
  CHECK(summary(read.record) ==
        "item 5: Report\n"
        "raises actions: OPSG 41/02 | Members to send comments | item 5\n"
        "  target = 2021-02-04\n"
        "  owner = OPSG\n"
        "raises actions: OPSG 41/03 | The DCC to send: | item 5\n"
        "  owner = DCC (before \"to\")\n");
  CHECK(read.record.entries.at(0).prose.empty());
}

TEST_CASE("an action in a list has its fields below it too") {
  const auto read = read_minutes("- ACTION OPSG 41/02: The DCC to go\n\n  - Target: TBC\n");
  CHECK(summary(read.record) ==
        "raises actions: OPSG 41/02 | The DCC to go | no item\n"
        "  target = TBC\n  owner = DCC (before \"to\")\n");
}

TEST_CASE("an action that is raised below an entry is no prose of it") {
  const auto read = read_minutes(
      "### OPSG 37x/01\n\nOne.\n\nACTION OPSG 41/02: The DCC to go\n\n- Target: TBC\n\nTwo.\n");
  REQUIRE(read.record.entries.size() == 2);
  CHECK(read.record.entries[0].prose.size() == 2);
  CHECK(read.record.entries[1].prose.empty());
}

TEST_CASE("the parties before \"to\" own the action") {
  const auto owner = [](std::string_view title) {
    const auto read = read_minutes("ACTION OPSG 41/02: " + std::string(title));
    CHECK(findings(read) == "");
    const Field* field = read.record.entries.at(0).find("owner");
    return field ? std::get<PartyNames>(field->value).names : std::vector<std::string>();
  };
  using Names = std::vector<std::string>;
  CHECK(owner("SECAS and DCC to propose") == Names{"SECAS", "DCC"});
  CHECK(owner("SECAS and the DCC to propose") == Names{"SECAS", "DCC"});
  CHECK(owner("CSP N/DCC to provide") == Names{"CSP N", "DCC"});
  CHECK(owner("CSP C&S to provide") == Names{"CSP C&S"});
  CHECK(owner("CSP Central and South, SECAS & the DCC to go") == Names{"CSP C&S", "SECAS", "DCC"});
  CHECK(owner("The Operations Group to note") == Names{"OPSG"});
  CHECK(owner("DCC and DCC to go") == Names{"DCC"});
}

TEST_CASE("the place of an inferred owner is kept") {
  const auto read = read_minutes("ACTION OPSG 41/02: The DCC to go");
  const Entry& entry = read.record.entries.at(0);
  CHECK(entry.owner_inferred);
  CHECK(entry.find("owner")->text == "The DCC");
  CHECK(entry.find("owner")->span == SourceSpan{SourcePath("minutes.md"), 1, 20, 7});
}

TEST_CASE("an action without a known owner is an error") {
  CHECK(findings_of_minutes("ACTION OPSG 41/02: The DCC and Members to send comments") ==
        "minutes.md:1:32: error[owner-unknown]: `OPSG 41/02` has no known owner: `Members` is not "
        "in parties.toml\n"
        "    1 | ACTION OPSG 41/02: The DCC and Members to send comments\n"
        "      |                                ^~~~~~~\n"
        "  help: add a list with `- Owner: ...` below it, or the owner to parties.toml\n");
  CHECK(findings_of_minutes("ACTION OPSG 41/02: Send comments") ==
        "minutes.md:1:8: error[owner-unknown]: `OPSG 41/02` has no owner: nobody is \"to\" do "
        "anything\n"
        "    1 | ACTION OPSG 41/02: Send comments\n"
        "      |        ^~~~~~~~~~\n"
        "  help: add a list with `- Owner: ...` below it, or the owner to parties.toml\n");
}

TEST_CASE("an action whose id is not one would be lost") {
  CHECK(findings_of_minutes("ACTION OPSG 41/2: The DCC to go") ==
        "minutes.md:1:1: error[id-malformed]: `OPSG 41/2` is no id of Action log\n"
        "    1 | ACTION OPSG 41/2: The DCC to go\n"
        "      | ^~~~~~\n"
        "  help: ids look like `OPSG 12/01`: `OPSG`, a number, perhaps `x`, `/` and two digits\n");
  CHECK(findings_of_minutes("**ACTION** 41/02: The DCC to go") ==
        "minutes.md:1:3: error[id-malformed]: `41/02` is no id of Action log\n"
        "    1 | **ACTION** 41/02: The DCC to go\n"
        "      |   ^~~~~~\n"
        "  help: ids look like `OPSG 12/01`: `OPSG`, a number, perhaps `x`, `/` and two digits\n");
  CHECK(findings_of_minutes("ACTION Risk 006: The DCC to go") ==
        "minutes.md:1:1: error[id-malformed]: `Risk 006` is no id of Action log\n"
        "    1 | ACTION Risk 006: The DCC to go\n"
        "      | ^~~~~~\n"
        "  help: ids look like `OPSG 12/01`: `OPSG`, a number, perhaps `x`, `/` and two digits\n");
  CHECK(findings_of_minutes("ACTION OPSG 41: The DCC to go")
            .find("`OPSG 41` is no id of Action log") != std::string::npos);
  CHECK(findings_of_minutes("ACTION: The DCC to go") ==
        "minutes.md:1:1: error[id-missing]: an entry of Action log is raised without an id\n"
        "    1 | ACTION: The DCC to go\n"
        "      | ^~~~~~\n"
        "  help: write `ACTION <id>: ...`; ids look like `OPSG 12/01`: `OPSG`, a number, perhaps "
        "`x`, `/` and two digits\n");
}

TEST_CASE("an action without a colon or a title would be lost") {
  CHECK(findings_of_minutes("ACTION OPSG 41/02 The DCC to go") ==
        "minutes.md:1:8: error[action-colon]: no colon parts `OPSG 41/02` from its title\n"
        "    1 | ACTION OPSG 41/02 The DCC to go\n"
        "      |        ^~~~~~~~~~\n"
        "  help: write `ACTION OPSG 41/02: ...`\n");
  CHECK(findings_of_minutes("ACTION OPSG 41/02:") ==
        "minutes.md:1:8: error[action-title]: `OPSG 41/02` is raised without saying what it is\n"
        "    1 | ACTION OPSG 41/02:\n"
        "      |        ^~~~~~~~~~\n"
        "  help: write `ACTION OPSG 41/02: ...`\n");
}

TEST_CASE("an action inside a paragraph would be lost") {
  CHECK(findings_of_minutes(
            "ACTION OPSG 41/02: The DCC to go\nACTION OPSG 41/03: The DCC to stay\n") ==
        "minutes.md:2:8: error[action-hidden]: `OPSG 41/03` is raised in the middle of a "
        "paragraph\n"
        "    2 | ACTION OPSG 41/03: The DCC to stay\n"
        "      |        ^~~~~~~~~~\n"
        "  help: put an empty line before it\n");
}

TEST_CASE("a heading that begins like an action says how to raise one") {
  CHECK(findings_of_minutes("### Action OPSG 41/02: The DCC to go\n") ==
        "minutes.md:1:12: warning[action-unread]: this heading is no entry of Action log\n"
        "    1 | ### Action OPSG 41/02: The DCC to go\n"
        "      |            ^~~~~~~~~~\n"
        "  help: begin it with `OPSG 41/02` to report on that, or raise it by a paragraph: `ACTION "
        "OPSG 41/02: ...`\n");
}

TEST_CASE("a heading raises no action") {
  CHECK(findings_of_minutes("### ACTION OPSG 41/02: The DCC to go\n") ==
        "minutes.md:1:12: error[action-heading]: `OPSG 41/02` cannot be raised by a heading\n"
        "    1 | ### ACTION OPSG 41/02: The DCC to go\n"
        "      |            ^~~~~~~~~~\n"
        "  help: raise it by a paragraph, or leave out the keyword to update it\n");
}

}  // namespace
}  // namespace opsg::test
