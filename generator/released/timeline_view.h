#pragma once

#include <string>
#include <vector>

#include "fact_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// What a step made different: the owner, the target, the severity, ...
struct ChangeView {
  std::string title;
  std::string before;
  std::string after;

  static void describe(ViewFields<ChangeView>& field) {
    field("title", &ChangeView::title, "the field's title in site.toml, or Title");
    field("before", &ChangeView::before, "empty where nothing was known before");
    field("after", &ChangeView::after);
  }
};

/// What one record says of an entry.
struct StepView {
  std::string anchor;
  std::string date;
  std::string iso_date;
  std::string what;
  std::string period;
  LinkView meeting;
  LinkView item;
  std::string document;
  bool is_first = false;
  std::vector<ChangeView> changes;
  bool has_changes = false;
  std::vector<FactView> facts;
  SafeHtml prose;

  static void describe(ViewFields<StepView>& field) {
    field("anchor", &StepView::anchor,
          "the id by which feeds know what a meeting did; on the first of its steps alone");
    field("date", &StepView::date, "of the meeting");
    field("iso_date", &StepView::iso_date);
    field("what", &StepView::what, "Raised, Updated, Closed, Reopened or Reported");
    field("period", &StepView::period, "on the page of a series, the period that it is about");
    field("meeting", &StepView::meeting);
    field("item", &StepView::item, "the agenda item and its place; the text may be empty");
    field("document", &StepView::document, "Headlines, Minutes, ...");
    field("is_first", &StepView::is_first, "nothing was said of the entry before");
    field("changes", &StepView::changes,
          "against all that was said before; none at the first step");
    field("has_changes", &StepView::has_changes);
    field("facts", &StepView::facts, "all fields that the record gives");
    field("prose", &StepView::prose);
  }
};

/// `step`: index into the entry's history.
StepView step_view(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                   std::size_t step, PageScope& scope);

/// What a step did: "Raised", "Closed", "Reopened", "Updated"; "Reported" without states.
std::string step_kind(const Site& site, const Register& reg, const RegisterEntry& entry,
                      std::size_t step);

/// What the step changed, in the order of site.toml, its title last. A target counts as changed
/// when it moves, whether the record calls it `Target` or `Revised`.
std::vector<ChangeView> step_changes(const Site& site, const Register& reg,
                                     const RegisterEntry& entry, std::size_t step);

/// "24 November 2022", "To be confirmed", "Not applicable".
std::string written_date_text(const WrittenDate& date);

}  // namespace opsg::released
