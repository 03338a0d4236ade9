#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "log_order.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// An entry in a table or list.
struct EntryRowView {
  std::string id;
  std::string href;
  std::string title;
  std::vector<LinkView> owners;
  std::string owner_slugs;
  std::string raised;
  std::string iso_raised;
  int age_days = 0;
  std::string age;
  std::string target;
  std::string iso_target;
  bool target_revised = false;
  int slippage_days = 0;
  std::string slippage;
  std::string state;
  std::string state_slug;
  bool closed = false;
  int days_overdue = 0;
  std::string overdue;
  std::string severity;
  int rank = 0;
  std::string trend;
  SafeHtml sparkline;

  static void describe(ViewFields<EntryRowView>& field) {
    field("id", &EntryRowView::id);
    field("href", &EntryRowView::href);
    field("title", &EntryRowView::title);
    field("owners", &EntryRowView::owners);
    field("owner_slugs", &EntryRowView::owner_slugs, "csp-n dcc: for scripts");
    field("raised", &EntryRowView::raised);
    field("iso_raised", &EntryRowView::iso_raised);
    field("age_days", &EntryRowView::age_days);
    field("age", &EntryRowView::age, "91 days: since it was raised, or until it was closed");
    field("target", &EntryRowView::target, "the present one; may be empty");
    field("iso_target", &EntryRowView::iso_target, "empty for To be confirmed");
    field("target_revised", &EntryRowView::target_revised);
    field("slippage_days", &EntryRowView::slippage_days);
    field("slippage", &EntryRowView::slippage, "12 days; empty where there is none");
    field("state", &EntryRowView::state, "empty where the register has no states");
    field("state_slug", &EntryRowView::state_slug, "open: for scripts");
    field("closed", &EntryRowView::closed);
    field("days_overdue", &EntryRowView::days_overdue);
    field("overdue", &EntryRowView::overdue, "12 days overdue; empty where it is not");
    field("severity", &EntryRowView::severity, "20 Critical; empty where there is no score");
    field("rank", &EntryRowView::rank, "the severity's share of 25, from 1 (low) to 5; 0 for none");
    field("trend", &EntryRowView::trend,
          "against the report before: up from 15, unchanged, first report");
    field("sparkline", &EntryRowView::sparkline, "its scores by meeting; empty for fewer than two");
  }
};

EntryRowView entry_row(const PageContext& context, const Register& reg, const RegisterEntry& entry);

struct FilterView {
  std::string title;
  std::string href;
  std::size_t count = 0;
  bool current = false;

  static void describe(ViewFields<FilterView>& field) {
    field("title", &FilterView::title);
    field("href", &FilterView::href);
    field("count", &FilterView::count);
    field("current", &FilterView::current);
  }
};

/// A register with states, whole or as far as it passes one filter.
struct LogView {
  static constexpr std::string_view kTemplate = "log.html";

  PageView page;
  std::string register_title;
  std::vector<FilterView> states;
  std::vector<FilterView> owners;
  std::vector<NavigationView> orders;
  bool has_orders = false;
  std::string caption;
  std::vector<EntryRowView> rows;
  bool has_rows = false;
  std::vector<ChartView> charts;
  bool has_charts = false;

  static void describe(ViewFields<LogView>& field) {
    field("page", &LogView::page);
    field("register_title", &LogView::register_title);
    field("states", &LogView::states, "all, open, closed, overdue");
    field("owners", &LogView::owners);
    field("orders", &LogView::orders, "the same entries by owner, target, age, ...; may be empty");
    field("has_orders", &LogView::has_orders);
    field("caption", &LogView::caption, "12 entries, soonest target first");
    field("rows", &LogView::rows);
    field("has_rows", &LogView::has_rows);
    field("charts", &LogView::charts, "of the whole register, on its first page only");
    field("has_charts", &LogView::has_charts);
  }
};

struct LogFilter {
  std::string title;
  std::string path;  ///< Below the register's: "", "open/", "owner/dcc/".
  bool by_owner = false;
  bool has_orders = false;           ///< There is a page for each order. Else for the standing one.
  std::vector<std::size_t> entries;  ///< What it shows: indices into the register's entries.
};

/// Which pages a log has: each filter, and two of them in each order. Their number grows with the
/// number of owners, not with that times the orders.
struct LogPlan {
  std::vector<LogFilter>
      filters;  ///< All, open, closed, overdue, and each party that owns an entry.
  std::vector<LogOrder> orders;
};

struct LogPage {
  std::size_t filter = 0;
  std::size_t order = 0;
};

LogPlan plan_log(const PageContext& context, const Register& reg);
std::vector<LogPage> log_pages(const LogPlan& plan);
/// Whether the page lists its entries in the standing order; the others repeat it in another.
constexpr bool is_standing_order(const LogPage& page) {
  return page.order == 0;
}
/// Below the register's: "open/by-target/".
std::string log_page_path(const LogPlan& plan, const LogPage& page);

LogView make_log_view(const PageContext& context, const Register& reg, const LogPlan& plan,
                      const LogPage& page);

/// The page of a log that shows what a party owns, below the register's: "owner/dcc/". Empty for a
/// name that makes no address.
std::string owner_path(const PageContext& context, const std::string& name);

bool is_overdue(const RegisterEntry& entry);

}  // namespace opsg::released
