#include "unread_fields.h"

#include <string>
#include <vector>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using Codes = std::vector<std::string>;

Codes codes(std::string_view text) {
  Codes codes;
  const ReadRecord read = read_minutes(text);
  for (const Diagnostic& each : read.diagnostics.items()) codes.push_back(each.code);
  return codes;
}

TEST_CASE("fields in an action's words are reported") {
  CHECK(findings_of_minutes("ACTION OPSG 41/02: DCC to do it. Owner: DCC. Target: 12/03/26") ==
        "minutes.md:1:34: warning[fields-in-title]: `Owner` is a part of the title of OPSG 41/02 "
        "here, and no field\n"
        "    1 | ACTION OPSG 41/02: DCC to do it. Owner: DCC. Target: 12/03/26\n"
        "      |                                  ^~~~~\n"
        "  help: write a list below: `- Owner: DCC`, `- Target: 12/03/26`\n");
  for (const std::string_view text :
       {"ACTION OPSG 41/02: DCC to do it\nTarget: TBC", "### OPSG 41/02: It; Status: Closed",
        "ACTION OPSG 41/02: DCC to do it (Owner: DCC)", "### OPSG 41/02: It - Owner: DCC",
        "ACTION OPSG 41/02: DCC to do it \u2013 **TARGET:** 5 March 2026"}) {
    CAPTURE(text);
    CHECK(codes(text) == Codes{"fields-in-title"});
  }
}

TEST_CASE("a long text of many clauses is read in no time") {
  std::string text = "ACTION OPSG 41/02: DCC to report";
  for (int i = 0; i < 300'000; ++i) text += ", a";
  CHECK(codes(text) == Codes{"title-too-long"});
}

TEST_CASE("words in a title that are called like a field are none") {
  for (const std::string_view text :
       {"ACTION OPSG 41/02: DCC to explain the Status: what is it?",
        "ACTION OPSG 41/02: DCC to report, owner: the same",
        "ACTION OPSG 41/02: DCC to report. Targets: all", "### OPSG 41/02: DCC. Status",
        "### Risk 006: Late. Status: open", "ACTION OPSG 41/02: DCC to report. Owner:DCC"}) {
    CAPTURE(text);
    CHECK(findings_of_minutes(text) == "");
  }
}

TEST_CASE("a day in the words of an action that has no target is reported") {
  CHECK(findings_of_minutes("ACTION OPSG 41/02: The DCC to report by 5 March.") ==
        "minutes.md:1:41: warning[target-in-title]: `5 March` stands in the title only: OPSG 41/02 "
        "has no target\n"
        "    1 | ACTION OPSG 41/02: The DCC to report by 5 March.\n"
        "      |                                         ^~~~~~~\n"
        "  help: add a list with `- Target: <day> <month> <year>` below it\n");
  CHECK(findings_of_minutes("ACTION OPSG 41/02: By 5th Mar 2021, the DCC to report")
            .find("add a list with `- Target: 5 March 2021` below it") != std::string::npos);
  for (const std::string_view day :
       {"5 March 2021", "5th March", "05/03/2021", "5 Mar, if it can", "2021-03-05"}) {
    CAPTURE(day);
    CHECK(codes("ACTION OPSG 41/02: The DCC to report by " + std::string(day)) ==
          Codes{"target-in-title"});
  }
}

TEST_CASE("no target is missed where there is one, or no day") {
  for (const std::string_view text :
       {"ACTION OPSG 41/02: The DCC to report by 5 March\n\n- Target: 5 March 2021",
        "ACTION OPSG 41/02: The DCC to report by 5 April\n\n- Target: TBC",
        "### OPSG 41/02: The DCC to report by 5 March", "ACTION OPSG 41/02: DCC to go by 5 trains",
        "ACTION OPSG 41/02: DCC to report by March", "ACTION OPSG 41/02: DCC to go by",
        "ACTION OPSG 41/02: DCC to report by 5", "ACTION OPSG 41/02: DCC to end by 24/7 service"}) {
    CAPTURE(text);
    CHECK(findings_of_minutes(text) == "");
  }
}

TEST_CASE("a field that is a paragraph is reported") {
  CHECK(findings_of_minutes("ACTION OPSG 41/02: The DCC to report\n\nStatus: Closed") ==
        "minutes.md:3:1: warning[field-unread]: this is prose, and no field of OPSG 41/02\n"
        "    3 | Status: Closed\n"
        "      | ^~~~~~\n"
        "  help: write it in a list right below the entry: `- Status: Closed`\n");
  for (const std::string_view text :
       {"### OPSG 41/02\n\nThe DCC reported.\n\n**Status:** Closed",
        "### OPSG 41/02\n\n- Owner: DCC\n\nStatus: Open\nTarget: TBC",
        "ACTION OPSG 41/02: The DCC to report\n\n- Target: TBC\n\nOwner: DCC and SECAS",
        "### LSC 1\n\n- Release: June\n\nStatus: GREEN"}) {
    CAPTURE(text);
    CHECK(codes(text) == Codes{"field-unread"});
  }
}

TEST_CASE("prose that begins like a field is none") {
  for (const std::string_view text :
       {"Status: Closed", "ACTION OPSG 41/02: The DCC to go\n\n## Next\n\nStatus: Closed",
        "### OPSG 41/02\n\nStatus: the DCC closed it.", "### OPSG 41/02\n\nOwner: nobody yet",
        "### OPSG 41/02\n\nstatus: Closed", "### LSC 1\n\n- Release: June\n\nRelease: July",
        "### OPSG 41/02\n\nTarget: the same as before",
        "ACTION OPSG 41/02: The DCC to go\n\nOne.\n\nTwo.\n\nThree.\n\nStatus: Closed"}) {
    CAPTURE(text);
    CHECK(findings_of_minutes(text) == "");
  }
}

}  // namespace
}  // namespace opsg::test
