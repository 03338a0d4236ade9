#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "fact_view.h"
#include "page_context.h"
#include "page_view.h"
#include "timeline_view.h"

namespace opsg::released {

/// A target that an entry had, and the meeting that set it.
struct TargetView {
  std::string date;
  std::string iso_date;
  LinkView meeting;

  static void describe(ViewFields<TargetView>& field) {
    field("date", &TargetView::date);
    field("iso_date", &TargetView::iso_date, "empty for To be confirmed");
    field("meeting", &TargetView::meeting);
  }
};

/// The page of one entry: its present state and its history.
struct EntryView {
  static constexpr std::string_view kTemplate = "entry.html";

  PageView page;
  std::string id;
  SafeHtml title;
  std::string register_title;
  std::string register_href;
  std::string state;
  bool closed = false;
  int days_overdue = 0;
  std::string overdue;
  std::string closed_on;
  std::string iso_closed_on;
  std::string age;
  std::string slippage;
  std::string severity;
  int rank = 0;
  std::string trend;
  std::optional<ChartView> trend_chart;
  std::vector<FactView> facts;
  std::vector<TargetView> targets;
  bool has_targets = false;
  std::vector<StepView> history;
  LinkView previous;
  LinkView next;

  static void describe(ViewFields<EntryView>& field) {
    field("page", &EntryView::page);
    field("id", &EntryView::id);
    field("title", &EntryView::title, "the latest that was given; may be empty");
    field("register_title", &EntryView::register_title);
    field("register_href", &EntryView::register_href);
    field("state", &EntryView::state, "empty where the register has no states");
    field("closed", &EntryView::closed);
    field("days_overdue", &EntryView::days_overdue);
    field("overdue", &EntryView::overdue, "12 days overdue; empty where it is not");
    field("closed_on", &EntryView::closed_on);
    field("iso_closed_on", &EntryView::iso_closed_on);
    field("age", &EntryView::age, "91 days: since it was raised, or until it was closed");
    field("slippage", &EntryView::slippage, "from the first target; empty where there is none");
    field("severity", &EntryView::severity, "20 Critical; empty where there is no score");
    field("rank", &EntryView::rank, "the severity's share of 25, from 1 (low) to 5; 0 for none");
    field("trend", &EntryView::trend, "a sentence: whether the severity gets better or worse");
    field("trend_chart", &EntryView::trend_chart, "the scores; missing for fewer than two");
    field("facts", &EntryView::facts, "the present value of each field");
    field("targets", &EntryView::targets, "every target in turn; empty where it never changed");
    field("has_targets", &EntryView::has_targets);
    field("history", &EntryView::history, "latest first");
    field("previous", &EntryView::previous);
    field("next", &EntryView::next);
  }
};

/// `entry`: index into the register's entries.
EntryView make_entry_view(const PageContext& context, const Register& reg, std::size_t entry);

/// The state's name; where no record has given one, "Open" or "Closed" as the history says. Empty
/// where the register has no states.
std::string state_of(const Register& reg, const RegisterEntry& entry);

/// What tells the entry apart: its id, with its key where an id is not enough.
std::string entry_name(const Register& reg, const RegisterEntry& entry);

}  // namespace opsg::released
