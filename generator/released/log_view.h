#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// An entry in a table or list.
struct EntryRowView {
  std::string id;
  std::string href;
  std::string title;
  std::vector<LinkView> owners;
  std::string raised;
  std::string target;
  bool target_revised = false;
  std::string state;
  bool closed = false;
  std::string overdue;
  std::string severity;
  int rank = 0;
  std::string trend;

  static void describe(ViewFields<EntryRowView>& field) {
    field("id", &EntryRowView::id);
    field("href", &EntryRowView::href);
    field("title", &EntryRowView::title);
    field("owners", &EntryRowView::owners);
    field("raised", &EntryRowView::raised);
    field("target", &EntryRowView::target, "the present one; may be empty");
    field("target_revised", &EntryRowView::target_revised);
    field("state", &EntryRowView::state, "empty where the register has no states");
    field("closed", &EntryRowView::closed);
    field("overdue", &EntryRowView::overdue, "12 days overdue; empty where it is not");
    field("severity", &EntryRowView::severity, "20 Critical; empty where there is no score");
    field("rank", &EntryRowView::rank, "the severity's share of 25, from 1 (low) to 5; 0 for none");
    field("trend", &EntryRowView::trend,
          "against the report before: up from 15, unchanged, first report");
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
  std::vector<EntryRowView> rows;
  bool has_rows = false;

  static void describe(ViewFields<LogView>& field) {
    field("page", &LogView::page);
    field("register_title", &LogView::register_title);
    field("states", &LogView::states, "all, open, closed, overdue");
    field("owners", &LogView::owners);
    field("rows", &LogView::rows);
    field("has_rows", &LogView::has_rows);
  }
};

/// One page of a log.
struct LogFilter {
  std::string title;
  std::string path;  ///< Below the register's: "", "open/", "owner/dcc/".
  bool by_owner = false;
  std::vector<std::size_t> entries;  ///< What it shows: indices into the register's entries.
};

/// All, open, closed, overdue, and one for each party that owns an entry.
std::vector<LogFilter> log_filters(const PageContext& context, const Register& reg);

/// `filter`: index into `filters`.
LogView make_log_view(const PageContext& context, const Register& reg,
                      const std::vector<LogFilter>& filters, std::size_t filter);

}  // namespace opsg::released
