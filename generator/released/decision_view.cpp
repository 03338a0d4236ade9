#include "decision_view.h"

#include <algorithm>

#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

const Decision& decision_at(const Site& site, const DecisionPlace& place) {
  return site.records[place.record].decisions[place.decision];
}

std::size_t count_of(const Site& site, const std::string& verb) {
  return static_cast<std::size_t>(
      std::count_if(site.decisions.begin(), site.decisions.end(), [&](const DecisionPlace& place) {
        return verb.empty() || decision_at(site, place).verb == verb;
      }));
}

std::vector<FilterView> verb_filters(const PageContext& context, const std::string& current) {
  std::vector<FilterView> filters;
  const auto add = [&](const std::string& verb) {
    filters.push_back({verb.empty() ? "All" : capitalised(verb), context.href(decisions_path(verb)),
                       count_of(context.site, verb), verb == current});
  };
  add("");
  for (const std::string& verb : used_verbs(context.site)) add(verb);
  return filters;
}

}  // namespace

std::string decisions_path(const std::string& verb) {
  return verb.empty() ? "decisions/" : "decisions/" + slugify(verb) + '/';
}

std::vector<std::string> used_verbs(const Site& site) {
  std::vector<std::string> verbs;
  for (const std::string& verb : site.config.decision_verbs) {
    if (count_of(site, verb) > 0 && !slugify(verb).empty()) verbs.push_back(verb);
  }
  return verbs;
}

DecisionView decision_view(const PageContext& context, const DecisionPlace& place,
                           PageScope& scope) {
  const Record& record = context.site.records[place.record];
  const Decision& decision = record.decisions[place.decision];
  const Item* item = record.item_of(decision);
  DecisionView view;
  view.verb = capitalised(decision.verb);
  view.subject = context.markdown.text(decision.subject, scope);
  view.item.text = item ? item->number : "";
  view.item.href = context.href(context.permalinks.place(record, decision.anchor));
  view.item_title = item ? item->title : "";
  return view;
}

DecisionsView make_decisions_view(const PageContext& context, const std::string& verb) {
  PageScope scope{decisions_path(verb), {}};
  DecisionsView view;
  view.page = page_frame(context, scope.path,
                         verb.empty() ? "Decisions" : "Decisions: " + capitalised(verb));
  view.verbs = verb_filters(context, verb);
  for (std::size_t meeting = context.site.meetings.size(); meeting-- > 0;) {
    MeetingDecisionsView group;
    for (const DecisionPlace& place : context.index.decisions[meeting]) {
      if (!verb.empty() && decision_at(context.site, place).verb != verb) continue;
      group.decisions.push_back(decision_view(context, place, scope));
    }
    if (group.decisions.empty()) continue;
    group.meeting = meeting_link(context, context.site.meetings[meeting]);
    group.date = long_date(context.site.meetings[meeting].date);
    view.meetings.push_back(std::move(group));
  }
  return view;
}

}  // namespace opsg::released
