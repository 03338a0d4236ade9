#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decision_index.h"
#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct DecisionView {
  std::string verb;
  SafeHtml subject;
  LinkView item;
  std::string item_title;
  std::string document;

  static void describe(ViewFields<DecisionView>& field) {
    field("verb", &DecisionView::verb, "Agreed");
    field("subject", &DecisionView::subject, "the sentence, as it reads");
    field("item", &DecisionView::item, "the item's number and the decision's place");
    field("item_title", &DecisionView::item_title);
    field("document", &DecisionView::document, "Headlines, Minutes, ...");
  }
};

DecisionView decision_view(const PageContext& context, const DecisionPlace& place,
                           PageScope& scope);

/// The decisions of one meeting that share a verb.
struct VerbDecisionsView {
  LinkView verb;
  std::vector<DecisionView> decisions;

  static void describe(ViewFields<VerbDecisionsView>& field) {
    field("verb", &VerbDecisionsView::verb, "Agreed, and the page of all that was");
    field("decisions", &VerbDecisionsView::decisions);
  }
};

/// In the order of site.toml.
std::vector<VerbDecisionsView> decisions_by_verb(const PageContext& context,
                                                 std::span<const DecisionPlace> places,
                                                 PageScope& scope);

struct MeetingDecisionsView {
  LinkView meeting;
  std::string date;
  std::string iso_date;
  std::vector<DecisionView> decisions;

  static void describe(ViewFields<MeetingDecisionsView>& field) {
    field("meeting", &MeetingDecisionsView::meeting);
    field("date", &MeetingDecisionsView::date);
    field("iso_date", &MeetingDecisionsView::iso_date, "for <time datetime>");
    field("decisions", &MeetingDecisionsView::decisions);
  }
};

/// Decisions of one verb or all, of one year or all.
struct DecisionsView {
  static constexpr std::string_view kTemplate = "decisions.html";

  PageView page;
  std::vector<FilterView> verbs;
  std::vector<FilterView> years;
  std::vector<MeetingDecisionsView> meetings;
  bool is_latest = false;

  static void describe(ViewFields<DecisionsView>& field) {
    field("page", &DecisionsView::page);
    field("verbs", &DecisionsView::verbs, "all, and each verb that was used");
    field("years", &DecisionsView::years, "all, and each year with such decisions, latest first");
    field("meetings", &DecisionsView::meetings, "latest first");
    field("is_latest", &DecisionsView::is_latest,
          "there are too many for one page: it holds the latest, the years' pages hold all");
  }
};

DecisionsView make_decisions_view(const PageContext& context, const DecisionIndex& index,
                                  const DecisionFilter& filter);

/// "decisions/", "decisions/agreed/", "decisions/2021/", "decisions/agreed/2021/"
std::string decisions_path(const DecisionFilter& filter);

}  // namespace opsg::released
