#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decision_view.h"
#include "log_view.h"
#include "page_context.h"
#include "timeline_view.h"

namespace opsg::released {

/// An entry that a meeting changed, and how.
struct ChangedEntryView {
  EntryRowView entry;
  std::vector<ChangeView> changes;
  bool has_changes = false;

  static void describe(ViewFields<ChangedEntryView>& field) {
    field("entry", &ChangedEntryView::entry, "as it stands now");
    field("changes", &ChangedEntryView::changes);
    field("has_changes", &ChangedEntryView::has_changes);
  }
};

/// The entries of one register that a meeting changed in one way.
struct ChangeGroupView {
  std::string title;
  std::vector<ChangedEntryView> entries;

  static void describe(ViewFields<ChangeGroupView>& field) {
    field("title", &ChangeGroupView::title, "Action log: raised, Risks: up, ...");
    field("entries", &ChangeGroupView::entries);
  }
};

/// What a meeting changed in the registers, and what it decided.
struct ChangesView {
  LinkView meeting;
  std::string date;
  std::string iso_date;
  std::vector<ChangeGroupView> groups;
  std::vector<DecisionView> decisions;
  bool has_decisions = false;

  static void describe(ViewFields<ChangesView>& field) {
    field("meeting", &ChangesView::meeting);
    field("date", &ChangesView::date);
    field("iso_date", &ChangesView::iso_date);
    field("groups", &ChangesView::groups, "of registers with states and of registers with scores");
    field("decisions", &ChangesView::decisions);
    field("has_decisions", &ChangesView::has_decisions);
  }
};

/// What the latest meeting that changed or decided anything did; nothing where none did.
std::optional<ChangesView> latest_changes(const PageContext& context, PageScope& scope);

}  // namespace opsg::released
