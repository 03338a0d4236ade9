#include "record_memo.h"

#include <string>

#include "catch2.h"
#include "cleared_site.h"

namespace opsg::released {
namespace {

using test::ClearedSite;

constexpr std::string_view kMinutes = "## 1. Actions (DCC)\n\nACTION OPSG 41/01: DCC to ask.\n";

ClearedSite one_meeting(std::string_view minutes = kMinutes) {
  ClearedSite site;
  site.meeting("opsg-41", "code = \"41\"\ndate = 2021-01-25\n");
  site.document("opsg-41", "minutes", std::string(minutes));
  return site;
}

TEST_CASE("what was read before is the same record") {
  RecordMemo memo;
  const Site first = one_meeting().memo(memo).join();
  const Site again = one_meeting().memo(memo).join();
  CHECK(&first.records[0] == &again.records[0]);
  CHECK(memo.size() == 1);
  CHECK(again.registers[0].entries.at(0).id == "OPSG 41/01");
}

TEST_CASE("what differs is read afresh") {
  RecordMemo memo;
  const Site first = one_meeting().memo(memo).join();
  ClearedSite changed = one_meeting();
  SECTION("the document") {
    changed = one_meeting("## 1. Actions (DCC)\n\nNone.\n");
  }
  SECTION("the parties, which sponsors are known by") {
    changed.parties("[[party]]\nname = \"SECAS\"\n");
  }
  SECTION("another meeting's spelling, which competes with ids") {
    changed.meeting("opsg-42", "code = \"42\"\ndate = 2021-02-25\nalso = [\"OPSG 41/01 b\"]\n");
  }
  const auto second = changed.memo(memo).make();
  REQUIRE(second.has_value());
  CHECK(&first.records[0] != &second->records[0]);
  CHECK(memo.size() == 2);
}

TEST_CASE("a remembered record is reported on again") {
  constexpr std::string_view kMalformed = "## OPSG 41/2: Slip\n\nText.\n";
  RecordMemo memo;
  ClearedSite first = one_meeting(kMalformed).memo(memo);
  ClearedSite again = one_meeting(kMalformed).memo(memo);
  first.make();
  again.make();
  CHECK(first.messages().find("warning[id-malformed]") != std::string::npos);
  CHECK(again.messages() == first.messages());
  CHECK(memo.size() == 1);
}

TEST_CASE("a memo holds what the last build asked for") {
  RecordMemo memo;
  one_meeting().memo(memo).join();
  memo.forget_unused();
  CHECK(memo.size() == 1);
  one_meeting("Other text.\n").memo(memo).join();
  CHECK(memo.size() == 2);
  memo.forget_unused();
  CHECK(memo.size() == 1);
  const Site site = one_meeting("Other text.\n").memo(memo).join();
  memo.forget_unused();
  memo.forget_unused();
  CHECK(memo.size() == 0);
  CHECK(site.records[0].name == "minutes");  // Sites own what they show.
}

}  // namespace
}  // namespace opsg::released
