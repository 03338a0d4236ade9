#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fact_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// A target that an entry had, and the meeting that set it.
struct TargetView {
  std::string date;
  LinkView meeting;

  static void describe(ViewFields<TargetView>& field) {
    field("date", &TargetView::date);
    field("meeting", &TargetView::meeting);
  }
};

/// What one record says of the entry.
struct StepView {
  std::string date;
  std::string what;
  LinkView meeting;
  LinkView item;
  std::string document;
  std::vector<FactView> facts;
  SafeHtml prose;

  static void describe(ViewFields<StepView>& field) {
    field("date", &StepView::date, "of the meeting");
    field("what", &StepView::what, "Raised, Updated, Closed, Reopened or Reported");
    field("meeting", &StepView::meeting);
    field("item", &StepView::item, "the agenda item and its place; the text may be empty");
    field("document", &StepView::document, "Headlines, Minutes, ...");
    field("facts", &StepView::facts);
    field("prose", &StepView::prose);
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
  std::string slippage;
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
    field("slippage", &EntryView::slippage, "from the first target; empty where there is none");
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

/// What a step did: "Raised", "Closed", "Reopened", "Updated"; "Reported" without states.
std::string step_kind(const Site& site, const Register& reg, const RegisterEntry& entry,
                      std::size_t step);

}  // namespace opsg::released
