#include "party_view.h"

#include "catch2.h"
#include "page_fixture.h"
#include "reference_view.h"
#include "series_view.h"

namespace opsg::released {
namespace {

using opsg::test::PageFixture;
using opsg::test::RenderingFixture;
using Texts = std::vector<std::string>;

RenderingFixture busy_party() {
  RenderingFixture fixture;
  fixture.meeting("m40", "code = \"40\"\ndate = 2020-12-01\n");
  fixture.document("m40", "headlines",
                   "## 1. Outages (DCC)\n\n"
                   "ACTION OPSG 40/01: The DCC to report on MP116.\n\n- Target: 1 January 2021\n\n"
                   "ACTION OPSG 40/02: The DCC and SECAS to ask.\n\n- Target: 15 January 2021\n\n"
                   "ACTION OPSG 40/03: The DCC to write.\n\n"
                   "ACTION OPSG 40/04: The DCC to wait.\n");
  fixture.meeting("m41", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m41", "headlines",
                   "### OPSG 40/03\n\n- Status: Closed\n\n"
                   "### OPSG 40/01\n\n- Revised: 20 January 2021\n\nMP116 is late. MP116 again.\n\n"
                   "### CPM1: Timeliness\n\n- Provider: DCC\n- Period: Q3 2020\n- Value: 90%\n\n"
                   "### CPM1: Timeliness\n\n- Provider: DCC\n- Period: Q4 2020\n- Value: 95%\n"
                   "- Target: 99%\n\n"
                   "### CPM1\n\n- Provider: SECAS\n- Period: Q4 2020\n- Value: 50%\n");
  return fixture;
}

PartyView party_view(const PageFixture& pages, std::string_view name) {
  return make_party_view(pages.context(), *pages.site().vocabulary->find_party(name));
}

TEST_CASE("a party's page says what it owes, and how late it is") {
  const PageFixture pages(busy_party());
  const PartyView view = party_view(pages, "DCC");
  REQUIRE(view.owed.size() == 1);
  const OwedView& owed = view.owed[0];
  CHECK(owed.title == "Action log");
  CHECK(owed.href == "/actions/owner/dcc/");
  CHECK(owed.open == 3);
  CHECK(owed.overdue == 2);
  CHECK(owed.undated == 1);
  CHECK(owed.days_overdue == "15 days");
  CHECK(owed.slippage == "19 days");
  CHECK(owed.oldest == "55 days");
  Texts rows;
  for (const EntryRowView& row : owed.rows) rows.push_back(row.id);
  CHECK(rows == Texts{"OPSG 40/02", "OPSG 40/01", "OPSG 40/04"});
  REQUIRE(owed.closed.size() == 1);
  CHECK(owed.closed[0].id == "OPSG 40/03");
}

TEST_CASE("a party's page has the measures that it provides, at their latest period") {
  const PageFixture pages(busy_party());
  const PartyView view = party_view(pages, "DCC");
  REQUIRE(view.provided.size() == 1);
  REQUIRE(view.provided[0].rows.size() == 1);
  const ProvidedRowView& row = view.provided[0].rows[0];
  CHECK(row.link.text == "CPM1 · DCC");
  CHECK(row.link.href == "/measures/cpm1-dcc/");
  CHECK(row.latest.period == "Q4 2020");
  CHECK(row.latest.value == "95%");
  CHECK(row.latest.verdict == "Below target");
}

TEST_CASE("a party's page has the agenda items that it brought") {
  const PageFixture pages(busy_party());
  const PartyView view = party_view(pages, "DCC");
  REQUIRE(view.items.size() == 1);
  CHECK(view.items[0].title == "Outages");
  CHECK(view.items[0].iso_date == "2020-12-01");
  CHECK(view.has_entries);
  CHECK_FALSE(party_view(pages, "OPSG").has_entries);
}

TEST_CASE("the list of parties says how much each owes") {
  const PageFixture pages(busy_party());
  Texts rows;
  for (const PartyRowView& row : make_parties_view(pages.context()).parties) {
    rows.push_back(row.link.text + ' ' + std::to_string(row.open) + ' ' +
                   std::to_string(row.overdue));
  }
  CHECK(rows == Texts{"DCC 3 2", "SECAS 1 1", "OPSG 0 0"});
}

TEST_CASE("a measure's page has its periods, latest first, and all that was reported of them") {
  const PageFixture pages(busy_party());
  const Register& reg = pages.reg("measures");
  const auto all = entry_series(reg);
  REQUIRE(all.size() == 2);
  const SeriesView view = make_series_view(pages.context(), reg, all, 0);
  CHECK(view.page.title == "CPM1 · DCC");
  CHECK(view.columns == Texts{"Value", "Target"});
  REQUIRE(view.periods.size() == 2);
  CHECK(view.periods[0].period == "Q4 2020");
  CHECK(view.periods[0].anchor == "period-2020-10-2020-12");
  CHECK(view.periods[0].values.at(1).text == "99%");
  CHECK(view.periods[0].verdict == "Below target");
  CHECK(view.periods[1].values.at(1).text == "");
  REQUIRE(view.history.size() == 2);
  CHECK(view.history[0].period == "Q4 2020");
  CHECK(view.history[0].item.href == "/meetings/m41/#measure-cpm1-dcc-2020-10-2020-12");
  CHECK(view.previous.href.empty());
  CHECK(view.next.text == "CPM1 · SECAS");
}

TEST_CASE("a reference's page says how often and when it was mentioned") {
  const PageFixture pages(busy_party());
  const ReferenceView view = make_reference_view(pages.context(), 0);
  CHECK(view.id == "MP116");
  CHECK(view.summary == "2 mentions at 2 meetings, from 1 December 2020 to 25 January 2021");
  REQUIRE(view.mentions.size() == 2);
  CHECK(view.mentions[0].iso_date == "2021-01-25");
}

}  // namespace
}  // namespace opsg::released
