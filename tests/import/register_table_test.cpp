// Tables of registers in other forms than those of tests/import/shapes.

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::test {
namespace {

const std::string kHead = "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\n1. Actions\n\n";

std::string entries(const std::string& table) {
  const auto imported = import_text(kHead + table);
  CHECK(imported.account.reconciles());
  return summary(read_minutes(body_of(imported)).record);
}

}  // namespace

TEST_CASE("Neighbouring rows without ids are one table") {
  const auto imported = test::import_text(
      kHead +
      "Action ID\tAction\tOwner\nOPSG_37/01\tThe DCC to report\tDCC\nOPSG_37/02\tThe DCC to "
      "write\tDCC\n");
  CHECK(
      test::body_of(imported) ==
      "\n## 1. Actions\n\n| Action ID | Action | Owner |\n|---|---|---|\n| OPSG_37/01 | The DCC to "
      "report | DCC |\n| OPSG_37/02 | The DCC to write | DCC |\n");
  CHECK(imported.account.reconciles());
}

TEST_CASE("A row without an id stays a row below the head, is told, and ends nothing") {
  const std::string text =
      "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\n1. Actions\n\nAction "
      "ID\tAction\tOwner\nOPSG_37/01\tThe DCC to report\tDCC\nStill open.\n\nOPSG 37/02\tThe DCC "
      "to "
      "write\tDCC\n";
  const auto imported = test::import_text(text);
  CHECK(test::body_of(imported) ==
        "\n## 1. Actions\n\n| Action ID | Action | Owner |\n|---|---|---|\n| OPSG_37/01 | The DCC "
        "to report | DCC |\n\nStill open.\n\n### OPSG 37/02: The DCC to write\n\n- Owner: DCC\n");
  CHECK(imported.account.reconciles());
  CHECK(
      test::import_findings(text, imported) ==
      R"(minutes.txt:6:1: warning[import-id-unread]: this row of actions begins with no id of theirs
    6 | OPSG_37/01	The DCC to report	DCC
      | ^
  help: it stays a row of a table: to have it in the register, write its id as the ids of actions are
)");
}

TEST_CASE("Columns may stand in any order and be called otherwise") {
  CHECK(entries("Ref\tResponsible\tAction\tDue\tStatus\n"
                "OPSG 26/01\tDCC\tProvide the report\t10/12/2019\tOpen\n") ==
        "item 1: Actions\n"
        "entry actions: OPSG 26/01 | Provide the report | item 1\n"
        "  owner = DCC\n  target = 2019-12-10\n  status = Open (open)\n");
}

TEST_CASE("Text below a row is its entry's as far as the state that the row lacks") {
  const std::string table =
      "Action ID\tAction\tDate Raised\tOwner\n"
      "OPSG 40/01\tThe DCC to look.\t26/10/2020\tDCC\n"
      "The DCC has looked. The OPSG **NOTED** it.\n\n"
      "Nothing was found.\n\n";
  CHECK(
      body_of(import_text(kHead + table + "Status: Closed.\n\nThe OPSG **NOTED** the update.\n")) ==
      "\n## 1. Actions\n\n### OPSG 40/01: The DCC to look\n\n- Raised: 26 October 2020\n"
      "- Owner: DCC\n- Status: Closed\n\nThe DCC has looked. The OPSG **NOTED** it.\n\n"
      "Nothing was found.\n\n### Outcome\n\nThe OPSG **NOTED** the update.\n");
  CHECK(body_of(import_text(kHead + table)).find("### Discussion") != std::string::npos);
}

TEST_CASE("A table of ratings may leave the ids' first word to its head") {
  CHECK(entries(
            "LSC\tCriterion\tRAG Status\tComments\n2\tServices are stable\tAMBER\tSee above.\n") ==
        "item 1: Actions\n"
        "entry reviews: LSC 2 | Services are stable | item 1\n  status = amber\n");
}

TEST_CASE("A head in capitals is one") {
  CHECK(entries("RISK REFERENCE\tRISK DESCRIPTION\tSEVERITY\n006\tLamps fail.\t20 - Critical\n") ==
        "item 1: Actions\n"
        "entry risks: Risk 006 | Lamps fail | item 1\n  severity = 20 Critical\n");
}

TEST_CASE("A flattened table of risks is read by its values") {
  CHECK(entries("Risk Reference Risk Description Severity\n006 There is a risk that lamps\nfail.\n"
                "20 - Critical\nThe OPSG saw no change.\n") ==
        "item 1: Actions\n"
        "entry risks: Risk 006 | There is a risk that lamps fail | item 1\n"
        "  severity = 20 Critical\n");
}

TEST_CASE("A table that is no register's stays a table") {
  const auto imported = import_text(kHead + "Step\tDone | not\nLamps\tyes\n");
  CHECK(body_of(imported) ==
        "\n## 1. Actions\n\n| Step | Done \\| not |\n|---|---|\n| Lamps | yes |\n");
}

TEST_CASE("An id in an entry's text begins no row") {
  const std::string found = entries(
      "Action ID Action\nDate Raised\nTarget\nOwner\nOPSG 40/01\nThe DCC to look.\n"
      "26/10/2020 23/11/2020 DCC\nThe DCC said that this is a part of\nOPSG 39/01 and will be "
      "closed "
      "with it. Status: Closed\n");
  CHECK(found.find("OPSG 39/01") == std::string::npos);
  CHECK(found.find("OPSG 40/01") != std::string::npos);
}

}  // namespace opsg::test
