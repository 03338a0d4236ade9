#include <string>
#include <vector>

#include "catch2.h"
#include "cleared_site.h"
#include "meeting_facts.h"
#include "references.h"
#include "site_builder.h"

namespace opsg::released {
namespace {

using opsg::test::ClearedSite;
using opsg::test::day;
using Texts = std::vector<std::string>;

/// The OPSG's own history of 37x/01, as far as its minutes have it.
ClearedSite history_of_an_action() {
  ClearedSite site;
  site.meeting("2021-01-25-opsg-41", "code = \"41_2501\"\nalso = [\"41\"]\ndate = 2021-01-25\n");
  site.meeting("2020-10-26-opsg-37x", "code = \"37x\"\ndate = 2020-10-26\n");
  site.document("2021-01-25-opsg-41", "minutes", R"(## 1. Actions Outstanding (SECAS)

### OPSG 37x/01: The DCC to report on its investigation

- Raised: 26 October 2020
- Target: 23 November 2020
- Revised: N/A
- Owner: DCC
- Status: Closed

The DCC has audited the data providers. See MP116.

ACTION OPSG 41/01: SECAS and DCC to raise problem records for MP116 and INC000000661032.

The OPSG **NOTED** the update.

## 3. SEC Panel Reports

### 3.1 Incidents

| Incident | Change |
|----------|--------|
| INC000000661032 | MP116, and MP116 again |

    MP117 is code.

The OPSG:

- **NOTED** the report; and
- **AGREED** to MP116.
)");
  site.document("2020-10-26-opsg-37x", "headlines",
                "## 2. Incidents\n\nACTION OPSG 37x/01: The DCC to report on RDP Incidents.\n");
  return site;
}

TEST_CASE("meetings by date, with their titles and spellings") {
  const Site site = history_of_an_action().join();
  REQUIRE(site.meetings.size() == 2);
  CHECK(site.meetings[0].code == "37x");
  CHECK(site.meetings[1].title == "SEC Operations Group Meeting 41_2501");
  CHECK(site.meetings[1].spellings ==
        Texts{"41_2501", "OPSG_41_2501", "OPSG 41_2501", "41", "OPSG_41", "OPSG 41"});
  for (const char* spelling : {"41_2501", "opsg  41", "OPSG_41", "41"}) {
    REQUIRE(site.find_meeting(spelling));
    CHECK(site.find_meeting(spelling)->code == "41_2501");
  }
  CHECK_FALSE(site.find_meeting("42"));
  CHECK_FALSE(site.find_meeting(""));
}

TEST_CASE("a bare number means no meeting in prose") {
  const Site site = history_of_an_action().join();
  const auto codes = spellings_in_prose(site.meetings);
  CHECK_FALSE(codes.contains("41"));
  CHECK_FALSE(codes.contains("37x"));
  CHECK(codes.at("OPSG 41") == "41_2501");
  CHECK(codes.at("41_2501") == "41_2501");
}

TEST_CASE("meetings of one day are ordered by code") {
  ClearedSite sources;
  for (const std::string code : {"34xx", "9", "34x"}) {
    sources.meeting(code, "code = \"" + code + "\"\ndate = 2021-01-25\n");
  }
  const Site site = sources.join();
  CHECK(site.meetings[0].code == "9");
  CHECK(site.meetings[1].code == "34x");
  CHECK(site.meetings[2].code == "34xx");
}

TEST_CASE("an action is joined from headlines and minutes of two meetings") {
  const Site site = history_of_an_action().join();
  const Register* actions = site.find_register("actions");
  REQUIRE(actions);
  REQUIRE(actions->entries.size() == 2);
  const RegisterEntry& closed = actions->entries[0];
  CHECK(closed.id == "OPSG 37x/01");
  CHECK(closed.title == "The DCC to report on its investigation");
  CHECK(closed.closed_on == day("2021-01-25"));
  CHECK(closed.slippage_days == 63);
  CHECK(closed.history.size() == 2);
  const RegisterEntry& raised = actions->entries[1];
  CHECK(raised.id == "OPSG 41/01");
  CHECK(raised.raised == day("2021-01-25"));
  CHECK(raised.state == "Open");
  CHECK(raised.find("owner")->text == "SECAS and DCC");
  CHECK(site.find_register("risks")->entries.empty());
  CHECK_FALSE(site.find_register("milestones"));

  Diagnostics diagnostics;
  judge_consistency(site, diagnostics);
  CHECK(
      format_diagnostics(diagnostics, {}) ==
      R"(content/meetings/2021-01-25-opsg-41/minutes.md:3:5: warning[title-changed]: OPSG 37x/01 has another title than before
  note: content/meetings/2020-10-26-opsg-37x/headlines.md:3:8: its title was "The DCC to report on RDP Incidents" at meeting 37x
  help: leave the title out, or repeat it as it was

)");
}

TEST_CASE("decisions by meeting and place") {
  const Site site = history_of_an_action().join();
  Texts decisions;
  for (const DecisionPlace& at : site.decisions) {
    const Record& record = site.records[at.record];
    decisions.push_back(record.item_of(record.decisions[at.decision])->number + ": " +
                        record.decisions[at.decision].subject);
  }
  CHECK(decisions ==
        Texts{"1: The OPSG NOTED the update.", "3.1: NOTED the report", "3.1: AGREED to MP116."});
}

TEST_CASE("a paragraph of hundreds of references is not repeated for each of them") {
  std::string ids;
  for (int id = 100; id < 1000; ++id) ids += " MP" + std::to_string(id);
  ClearedSite sources;
  sources.meeting("2021-01-25-opsg-41", "code = \"41_2501\"\ndate = 2021-01-25\n");
  sources.document("2021-01-25-opsg-41", "minutes", "The OPSG heard of" + ids + ".\n");
  const Site site = sources.join();
  REQUIRE(site.references.size() == 900);
  for (const ReferencePage& page : site.references) {
    CHECK(page.mentions.at(0).excerpt.size() < 1600);
    CHECK(page.mentions.at(0).excerpt.find(page.id) != std::string::npos);
  }
}

TEST_CASE("references with each block that mentions them") {
  const Site site = history_of_an_action().join();
  Texts mentions;
  for (const ReferencePage& page : site.references) {
    for (const MentionPlace& at : page.mentions) {
      const Record& record = site.records[at.record];
      mentions.push_back(page.id + " in " + site.meetings[at.meeting].code + ", " +
                         record.items[at.item].number + ": " + at.excerpt);
    }
  }
  CHECK(mentions ==
        Texts{"MP116 in 41_2501, 1: The DCC has audited the data providers. See MP116.",
              "MP116 in 41_2501, 1: ACTION OPSG 41/01: SECAS and DCC to raise problem records for "
              "MP116 and INC000000661032.",
              "MP116 in 41_2501, 3.1: INC000000661032 | MP116, and MP116 again",
              "MP116 in 41_2501, 3.1: AGREED to MP116.",
              "INC000000661032 in 41_2501, 1: ACTION OPSG 41/01: SECAS and DCC to raise problem "
              "records for MP116 and INC000000661032.",
              "INC000000661032 in 41_2501, 3.1: INC000000661032 | MP116, and MP116 again"});
  CHECK(site.references[0].link == "https://modifications.example/MP116");
  CHECK(site.references[1].slug == "inc000000661032");
  CHECK_FALSE(site.references[1].link);
}

TEST_CASE("a reference's id is encoded in its link") {
  CHECK(reference_link("https://x.example/?q={id}#{id}", "A/1 é") ==
        "https://x.example/?q=A%2F1%20%C3%A9#A%2F1%20%C3%A9");
  CHECK(reference_link("https://x.example/", "A") == "https://x.example/");
}

TEST_CASE("as_of: what was asked for, then site.toml's, then the latest meeting held") {
  ClearedSite sources;
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n").document("m1", "minutes", "Text.\n");
  CHECK(sources.join().as_of == day("2021-01-25"));
  CHECK(sources.join(day("2030-01-01")).as_of == day("2030-01-01"));

  SECTION("extracts tell that a meeting was held") {
    sources.meeting("m2", "code = \"42\"\ndate = 2021-02-22\n").extract("m2", "minutes", "Text.\n");
    CHECK(sources.join().as_of == day("2021-02-22"));
  }
  SECTION("a draft, an agenda, a cancelled meeting and one without documents do not") {
    sources.meeting("m2", "code = \"42\"\ndate = 2021-02-22\n");
    sources.document("m2", "minutes", "Text.\n", "status = \"draft\"\n");
    sources.meeting("m3", "code = \"43\"\ndate = 2021-03-22\n");
    sources.document("m3", "agenda", "Text.\n", "status = \"final\"\n");
    sources.meeting("m4", "code = \"44\"\ndate = 2021-04-26\ncancelled = true\n");
    sources.document("m4", "headlines", "Text.\n");
    sources.meeting("m5", "code = \"45\"\ndate = 2021-05-24\n");
    const Site site = sources.join();
    CHECK(site.as_of == day("2021-01-25"));
    CHECK(site.meetings[0].held);
    CHECK_FALSE(site.meetings[3].held);
  }
  SECTION("site.toml's") {
    sources.site(
        "title = \"T\"\nbase_url = \"https://t.example/\"\ncommittee = \"T\"\n"
        "as_of = 2022-02-02\n");
    CHECK(sources.join().as_of == day("2022-02-02"));
    CHECK(sources.join(day("2021-02-02")).as_of == day("2021-02-02"));
  }
  CHECK_FALSE(ClearedSite().join().as_of);
}

TEST_CASE("records: headlines, minutes, others of each meeting, then pages") {
  ClearedSite sources;
  sources.meeting("m2", "code = \"42\"\ndate = 2021-02-22\n");
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  for (const char* name : {"annex", "headlines", "minutes"})
    sources.document("m2", name, "Text.\n");
  sources.document("m1", "minutes", "Text.\n").document("", "policy", "# Policy\n");
  sources.document("", "about", "# About\n").document("withheld", "minutes", "Text.\n");
  sources.attachment("m2", "annex.pdf").attachment("withheld", "annex.pdf");
  const Site site = sources.join();
  Texts names;
  for (const Record& record : site.records) names.push_back(record.meeting + '/' + record.name);
  CHECK(names ==
        Texts{"m1/minutes", "m2/headlines", "m2/minutes", "m2/annex", "/about", "/policy"});
  CHECK(site.pages == std::vector<std::size_t>{4, 5});
  CHECK(site.meetings[1].records == std::vector<std::size_t>{1, 2, 3});
  REQUIRE(site.meetings[1].attachments.size() == 1);
  CHECK(*site.meetings[1].attachments[0].bytes == "bytes");
}

TEST_CASE("a meeting's facts, and items as far as its records have them") {
  ClearedSite sources;
  sources.meeting("m1", R"(classification = "white"
code = "41_2501"
title = "Extraordinary Meeting"
kind = "Reporting"
date = 2021-01-25
start = 13:20:00
end = 15:35:00
place = "Teleconference"
next = [{ kind = "Main", date = 2021-02-02, remark = "Moved" }]
attendance = [
  { category = "Members", organisation = "OPSG", role = "Chair" },
  { organisation = "DCC", part = true, items = ["3.1.", " 2", "9"] },
  { category = "Members", apology = true },
])");
  sources.document("m1", "minutes", "## 2. Update\n\nText.\n\n### 3.1 Incidents\n\nText.\n");
  const Site site = sources.join();
  const Meeting& meeting = site.meetings[0];
  CHECK(meeting.title == "Extraordinary Meeting");
  CHECK(meeting.start == TimeOfDay{13, 20, 0});
  CHECK(meeting.end == TimeOfDay{15, 35, 0});
  REQUIRE(meeting.next.size() == 1);
  CHECK(meeting.next[0].date == day("2021-02-02"));
  CHECK(meeting.next[0].remark == "Moved");
  REQUIRE(meeting.attendance.size() == 3);
  CHECK(meeting.attendance[0].role == "Chair");
  CHECK(meeting.attendance[1].items == Texts{"3.1", "2"});
  CHECK(meeting.attendance[1].part);
  CHECK(meeting.attendance[2].apology);
}

TEST_CASE("a meeting without a code or a date is left out, and so are its records") {
  const auto facts = GENERATE("code = \"41\"\n", "code = \"41\"\ndate = \"TBC\"\n",
                              "date = 2021-01-25\n", "code = 41\ndate = 2021-01-25\n");
  ClearedSite sources;
  const Site site = sources.meeting("m1", facts).document("m1", "minutes", "Text.\n").join();
  CHECK(site.meetings.empty());
  CHECK(site.records.empty());
}

TEST_CASE("facts of another type count as none") {
  ClearedSite sources;
  sources.meeting("m1", R"(code = "41"
date = 2021-01-25
start = "noon"
place = 3
cancelled = "no"
next = [{ kind = "Main", date = "TBC" }, { kind = "Main" }]
attendance = [{ organisation = "DCC", items = [2] }, 7]
)");
  const Site site = sources.join();
  CHECK_FALSE(site.meetings[0].start);
  CHECK(site.meetings[0].place.empty());
  CHECK_FALSE(site.meetings[0].cancelled);
  CHECK(site.meetings[0].next.empty());
  REQUIRE(site.meetings[0].attendance.size() == 1);
  CHECK(site.meetings[0].attendance[0].items.empty());
}

TEST_CASE("a base_url of the command line takes the place of site.toml's") {
  CHECK(ClearedSite().join().config.base_url == "https://opsg.example/");
  CHECK(ClearedSite().base_url("http://localhost:1313/x").join().config.base_url ==
        "http://localhost:1313/x/");
}

TEST_CASE("a broken site.toml gives no site") {
  ClearedSite sources;
  sources.site("title = 1\n");
  CHECK_FALSE(sources.make());
  CHECK_FALSE(sources.messages().empty());
}

}  // namespace
}  // namespace opsg::released
