#include "home_view.h"

#include "catch2.h"
#include "page_fixture.h"

namespace opsg::released {
namespace {

using opsg::test::PageFixture;
using opsg::test::RenderingFixture;
using Texts = std::vector<std::string>;

RenderingFixture two_meetings() {
  RenderingFixture fixture;
  fixture.meeting("m40", "code = \"40\"\ndate = 2020-12-01\n");
  fixture.document("m40", "headlines",
                   "ACTION OPSG 40/01: The DCC to report.\n\n- Target: 1 January 2021\n\n"
                   "ACTION OPSG 40/02: SECAS to write.\n\n"
                   "ACTION OPSG 40/03: SECAS to ask.\n\n"
                   "### Risk 006: Late\n\n- Severity: 20 - Critical\n\n"
                   "### Risk 007: Lost\n\n- Severity: 10 - Medium\n\n"
                   "### Risk 008: Loud\n\n- Severity: 10 - Medium\n");
  fixture.meeting("m41", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m41", "headlines",
                   "## 3. Reports (SECAS)\n\nReports were read. They were long.\n\n"
                   "### 3.1 RDP Incidents\n\nNine were opened. The OPSG **noted** the report.\n\n"
                   "The OPSG **agreed** to publish [redacted] soon.\n\n"
                   "## 4. Actions\n\nThe OPSG heard:\n\n- nothing.\n\n"
                   "### OPSG 40/01\n\n- Revised: 1 March 2021\n\n"
                   "### OPSG 40/02\n\n- Status: Closed\n\n"
                   "### OPSG 40/03\n\nNothing new.\n\n"
                   "ACTION OPSG 41/01: The DCC and SECAS to look.\n\n- Target: 20 January 2021\n\n"
                   "## 5. Risks\n\n"
                   "### Risk 006\n\n- Severity: 15 - High\n\n"
                   "### Risk 007\n\n- Severity: 12 - High\n\n"
                   "### Risk 008\n\n- Severity: 10 - Medium\n\n"
                   "### Risk 009: Lame\n\n- Severity: 3 - Low\n");
  return fixture;
}

TEST_CASE("home gives the latest headlines in brief, with what was decided") {
  const PageFixture pages(two_meetings());
  const HomeView view = make_home_view(pages.context());
  REQUIRE(view.latest);
  CHECK(view.latest->meeting.text == "OPSG 41");
  CHECK(view.latest->iso_date == "2021-01-25");
  Texts texts;
  for (const HeadlineView& item : view.latest->items) {
    std::string text = item.number + ' ' + item.title + ": " + std::string(item.summary.view());
    for (const SafeHtml& decision : item.decisions) text += " / " + std::string(decision.view());
    texts.push_back(text);
  }
  CHECK(texts ==
        Texts{"3 Reports: Reports were read. They were long.",
              "3.1 RDP Incidents: Nine were opened. The OPSG noted the report. / The OPSG agreed "
              "to publish <span class=\"redacted\">[redacted]</span> soon.",
              "4 Actions: ", "5 Risks: "});
  CHECK_FALSE(view.latest->items[0].is_part);
  CHECK(view.latest->items[1].is_part);
}

TEST_CASE("home says what changed at the last meeting") {
  const PageFixture pages(two_meetings());
  const HomeView view = make_home_view(pages.context());
  REQUIRE(view.changes);
  CHECK(view.changes->meeting.text == "OPSG 41");
  Texts texts;
  for (const ChangeGroupView& group : view.changes->groups) {
    for (const ChangedEntryView& changed : group.entries) {
      std::string text = group.title + ": " + changed.entry.id;
      for (const ChangeView& change : changed.changes) {
        text += " | " + change.title + ": " + change.before + " -> " + change.after;
      }
      texts.push_back(text);
    }
  }
  CHECK(texts == Texts{"Action log: raised: OPSG 41/01",
                       "Action log: closed: OPSG 40/02 | Status: Open -> Closed",
                       "Action log: revised: OPSG 40/01 | Target: 1 January 2021 -> 1 March 2021",
                       "Risks: up: Risk 007 | Severity: 10 Medium -> 12 High",
                       "Risks: down: Risk 006 | Severity: 20 Critical -> 15 High",
                       "Risks: first report: Risk 009"});
  CHECK(view.changes->decisions.size() == 2);
}

TEST_CASE("home says who owes what, and what is longest overdue") {
  const PageFixture pages(two_meetings());
  const HomeView view = make_home_view(pages.context());
  REQUIRE(view.logs.size() == 1);
  const LogSummaryView& log = view.logs[0];
  CHECK(log.open == 3);
  CHECK(log.overdue == 1);
  Texts owners;
  for (const OwingView& owing : log.owners) {
    owners.push_back(owing.party.text + ' ' + std::to_string(owing.open) + ' ' +
                     std::to_string(owing.overdue));
  }
  CHECK(owners == Texts{"DCC 2 1", "SECAS 2 1"});
  Texts rows;
  for (const EntryRowView& row : log.rows) rows.push_back(row.id + ' ' + row.overdue + row.age);
  CHECK(rows ==
        Texts{"OPSG 41/01 5 days overdue0 days", "OPSG 40/01 55 days", "OPSG 40/03 55 days"});
  CHECK(log.more == 0);
}

TEST_CASE("decisions that the minutes repeat are listed once") {
  RenderingFixture fixture = two_meetings();
  fixture.document(
      "m41", "minutes",
      "## 3. Reports\n\nThe OPSG **NOTED** the report, and **AGREED** to publish it.\n");
  const PageFixture pages(std::move(fixture));
  const HomeView view = make_home_view(pages.context());
  REQUIRE(view.changes->decisions.size() == 2);
  CHECK(view.changes->decisions[0].item.href == "/meetings/m41/#minutes-decision-3-1");
  CHECK(view.latest->items.at(1).decisions.size() == 1);
}

TEST_CASE("a meeting that changed nothing is passed over") {
  RenderingFixture fixture = two_meetings();
  fixture.meeting("m42", "code = \"42\"\ndate = 2021-02-22\n");
  fixture.document("m42", "headlines", "## 1. News\n\nAll is well.\n");
  const PageFixture pages(std::move(fixture));
  const HomeView view = make_home_view(pages.context());
  CHECK(view.latest->meeting.text == "OPSG 42");
  CHECK(view.changes->meeting.text == "OPSG 41");
}

TEST_CASE("an empty site has changed nothing") {
  const PageFixture pages{RenderingFixture()};
  CHECK_FALSE(make_home_view(pages.context()).changes);
}

}  // namespace
}  // namespace opsg::released
