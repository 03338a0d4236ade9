#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct DecisionView {
  std::string verb;
  SafeHtml subject;
  LinkView item;
  std::string item_title;

  static void describe(ViewFields<DecisionView>& field) {
    field("verb", &DecisionView::verb, "Agreed");
    field("subject", &DecisionView::subject, "the sentence, as it reads");
    field("item", &DecisionView::item, "the item's number and the decision's place");
    field("item_title", &DecisionView::item_title);
  }
};

DecisionView decision_view(const PageContext& context, const DecisionPlace& place,
                           PageScope& scope);

struct MeetingDecisionsView {
  LinkView meeting;
  std::string date;
  std::vector<DecisionView> decisions;

  static void describe(ViewFields<MeetingDecisionsView>& field) {
    field("meeting", &MeetingDecisionsView::meeting);
    field("date", &MeetingDecisionsView::date);
    field("decisions", &MeetingDecisionsView::decisions);
  }
};

/// All decisions, or those of one verb.
struct DecisionsView {
  static constexpr std::string_view kTemplate = "decisions.html";

  PageView page;
  std::vector<FilterView> verbs;
  std::vector<MeetingDecisionsView> meetings;

  static void describe(ViewFields<DecisionsView>& field) {
    field("page", &DecisionsView::page);
    field("verbs", &DecisionsView::verbs, "all, and each verb that was used");
    field("meetings", &DecisionsView::meetings, "latest first");
  }
};

/// The verbs that the site's decisions use, in the order of site.toml.
std::vector<std::string> used_verbs(const Site& site);

/// `verb`: empty for all.
DecisionsView make_decisions_view(const PageContext& context, const std::string& verb);

/// "decisions/", "decisions/agreed/"
std::string decisions_path(const std::string& verb);

}  // namespace opsg::released
