#include "log_view.h"

#include <set>

#include "catch2.h"
#include "page_fixture.h"

namespace opsg::released {
namespace {

using opsg::test::PageFixture;
using opsg::test::RenderingFixture;
using Texts = std::vector<std::string>;

/// Counted at 1 March 2021. 03 is closed, 04 has no owner and no target.
RenderingFixture actions() {
  RenderingFixture fixture;
  fixture.meeting("m40", "code = \"40\"\ndate = 2020-12-01\n");
  fixture.document("m40", "headlines",
                   "ACTION OPSG 40/01: SECAS to ask.\n\n- Target: 1 February 2021\n\n"
                   "ACTION OPSG 40/03: SECAS to write.\n\n- Target: 1 January 2021\n\n"
                   "### OPSG 40/04: Somebody to think\n\n- Status: Open\n");
  fixture.meeting("m41", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m41", "headlines",
                   "ACTION OPSG 41/02: The DCC to report.\n\n- Target: 1 January 2022\n\n"
                   "### OPSG 40/03\n\n- Status: Closed\n");
  fixture.meeting("m42", "code = \"42\"\ndate = 2021-03-01\n");
  fixture.document("m42", "headlines", "### OPSG 40/01\n\n- Revised: 11 February 2021\n");
  return fixture;
}

Texts ids(const LogView& view) {
  Texts texts;
  for (const EntryRowView& row : view.rows) texts.push_back(row.id.substr(5));
  return texts;
}

/// The ids on the log's page at that path.
Texts ids_at(const PageFixture& pages, const std::string& path) {
  const Register& reg = pages.reg("actions");
  const LogPlan plan = plan_log(pages.context(), reg);
  for (const LogPage& page : log_pages(plan)) {
    if (log_page_path(plan, page) == path) {
      return ids(make_log_view(pages.context(), reg, plan, page));
    }
  }
  return {"no such page"};
}

TEST_CASE("a log can be read in several orders, by plain links") {
  const PageFixture pages(actions());
  CHECK(ids_at(pages, "") == Texts{"41/02", "40/04", "40/03", "40/01"});
  CHECK(ids_at(pages, "by-owner/") == Texts{"41/02", "40/03", "40/01", "40/04"});
  CHECK(ids_at(pages, "by-target/") == Texts{"40/03", "40/01", "41/02", "40/04"});
  CHECK(ids_at(pages, "by-overdue/") == Texts{"40/01", "41/02", "40/04", "40/03"});
  CHECK(ids_at(pages, "by-age/") == Texts{"40/01", "40/03", "41/02", "40/04"});
  CHECK(ids_at(pages, "by-slippage/") == Texts{"40/03", "40/01", "41/02", "40/04"});
  CHECK(ids_at(pages, "open/by-target/") == Texts{"40/01", "41/02", "40/04"});
}

TEST_CASE("orders are not multiplied by owners and other filters") {
  const PageFixture pages(actions());
  const LogPlan plan = plan_log(pages.context(), pages.reg("actions"));
  std::set<std::string> paths;
  for (const LogPage& page : log_pages(plan)) paths.insert(log_page_path(plan, page));
  CHECK(paths.size() == 2 * 6 + 2 + 2);
  CHECK(ids_at(pages, "owner/dcc/") == Texts{"41/02"});
  CHECK(ids_at(pages, "owner/dcc/by-age/") == Texts{"no such page"});
  CHECK(ids_at(pages, "closed/by-age/") == Texts{"no such page"});
}

TEST_CASE("a register that knows no dates and no owners has its standing order only") {
  RegisterDefinition definition;
  definition.fields = {{"status", "Status", FieldType::state},
                       {"target", "Target", FieldType::text}};
  REQUIRE(log_orders(definition).size() == 1);
  CHECK(log_orders(definition)[0].path == "");
}

TEST_CASE("a page in another order says which, and which page it is a copy of") {
  const PageFixture pages(actions());
  const Register& reg = pages.reg("actions");
  const LogPlan plan = plan_log(pages.context(), reg);
  const LogView view = make_log_view(pages.context(), reg, plan, {1, 2});
  CHECK(view.page.title == "Action log: Open, soonest target first");
  CHECK(view.page.canonical == "https://opsg.example/actions/open/");
  CHECK(view.caption == "3 entries, soonest target first");
  REQUIRE(view.orders.size() == 6);
  CHECK(view.orders[0].href == "/actions/open/");
  CHECK(view.orders[2].href == "/actions/open/by-target/");
  CHECK(view.orders[2].current);
  CHECK(view.has_orders);
  CHECK_FALSE(make_log_view(pages.context(), reg, plan, {3, 0}).has_orders);
}

TEST_CASE("a row gives scripts what they sort and filter by") {
  const PageFixture pages(actions());
  const Register& reg = pages.reg("actions");
  const EntryRowView row = entry_row(pages.context(), reg, reg.entries.at(0));
  CHECK(row.id == "OPSG 40/01");
  CHECK(row.owner_slugs == "secas");
  CHECK(row.state_slug == "open");
  CHECK(row.iso_raised == "2020-12-01");
  CHECK(row.iso_target == "2021-02-11");
  CHECK(row.age_days == 90);
  CHECK(row.age == "90 days");
  CHECK(row.days_overdue == 18);
  CHECK(row.overdue == "18 days overdue");
  CHECK(row.slippage_days == 10);
  CHECK(row.slippage == "10 days");
  CHECK(entry_row(pages.context(), reg, reg.entries.at(1)).age == "55 days");
}

}  // namespace
}  // namespace opsg::released
