#include "decision_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// A page for all years shows at most so many, but at least one meeting's.
constexpr std::size_t kMostDecisions = 100;

const Decision& decision_at(const Site& site, const DecisionPlace& place) {
  return site.records[place.record].decisions[place.decision];
}

int year_of(const Site& site, const DecisionPlace& place) {
  return static_cast<int>(site.meetings[place.meeting].date.year());
}

bool admits(const DecisionFilter& filter, const Site& site, const DecisionPlace& place) {
  return (filter.verb.empty() || filter.verb == decision_at(site, place).verb) &&
         (!filter.year || *filter.year == year_of(site, place));
}

std::size_t count_of(const Site& site, const DecisionFilter& filter) {
  return static_cast<std::size_t>(
      std::count_if(site.decisions.begin(), site.decisions.end(),
                    [&](const DecisionPlace& place) { return admits(filter, site, place); }));
}

/// The verbs that the site's decisions use and that make a path, in the order of site.toml.
std::vector<std::string> used_verbs(const Site& site) {
  std::vector<std::string> verbs;
  for (const std::string& verb : site.config.decision_verbs) {
    if (count_of(site, {verb, {}}) > 0 && !slugify(verb).empty()) verbs.push_back(verb);
  }
  return verbs;
}

/// The years in which there are decisions of the verb, latest first.
std::vector<int> years_of(const Site& site, const std::string& verb) {
  std::set<int, std::greater<>> years;
  for (const DecisionPlace& place : site.decisions) {
    if (admits({verb, {}}, site, place)) years.insert(year_of(site, place));
  }
  return {years.begin(), years.end()};
}

FilterView filter_view(const PageContext& context, std::string title, const DecisionFilter& filter,
                       bool current) {
  return {std::move(title), context.href(decisions_path(filter)), count_of(context.site, filter),
          current};
}

/// The other verbs of the same year; a verb without any leads to its decisions of all years.
std::vector<FilterView> verb_filters(const PageContext& context, const DecisionFilter& chosen) {
  std::vector<FilterView> filters = {
      filter_view(context, "All", {"", chosen.year}, chosen.verb.empty())};
  for (const std::string& verb : used_verbs(context.site)) {
    DecisionFilter filter{verb, chosen.year};
    if (count_of(context.site, filter) == 0) filter.year = std::nullopt;
    filters.push_back(filter_view(context, capitalised(verb), filter, verb == chosen.verb));
  }
  return filters;
}

std::vector<FilterView> year_filters(const PageContext& context, const DecisionFilter& chosen) {
  std::vector<FilterView> filters = {
      filter_view(context, "All years", {chosen.verb, std::nullopt}, !chosen.year)};
  for (const int year : years_of(context.site, chosen.verb)) {
    filters.push_back(
        filter_view(context, std::to_string(year), {chosen.verb, year}, chosen.year == year));
  }
  return filters;
}

std::string page_title(const DecisionFilter& filter) {
  std::string title = "Decisions";
  if (!filter.verb.empty()) title += ": " + capitalised(filter.verb);
  if (filter.year) title += fmt::format("{} {}", filter.verb.empty() ? " of" : ",", *filter.year);
  return title;
}

MeetingDecisionsView meeting_decisions(const PageContext& context, std::size_t meeting,
                                       const DecisionFilter& filter, PageScope& scope) {
  MeetingDecisionsView group;
  group.meeting = meeting_link(context, context.site.meetings[meeting]);
  group.date = long_date(context.site.meetings[meeting].date);
  group.iso_date = iso_date(context.site.meetings[meeting].date);
  for (const DecisionPlace& place : context.index.decisions[meeting]) {
    if (!admits(filter, context.site, place)) continue;
    group.decisions.push_back(decision_view(context, place, scope));
  }
  return group;
}

}  // namespace

std::string decisions_path(const DecisionFilter& filter) {
  std::string path = "decisions/";
  if (!filter.verb.empty()) path += slugify(filter.verb) + '/';
  if (filter.year) path += fmt::format("{:04}/", *filter.year);
  return path;
}

std::vector<DecisionFilter> decision_filters(const Site& site) {
  std::vector<std::string> verbs = used_verbs(site);
  verbs.insert(verbs.begin(), "");
  std::vector<DecisionFilter> filters;
  for (const std::string& verb : verbs) {
    filters.push_back({verb, std::nullopt});
    for (const int year : years_of(site, verb)) filters.push_back({verb, year});
  }
  return filters;
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
  view.document = capitalised(record.name);
  return view;
}

std::vector<VerbDecisionsView> decisions_by_verb(const PageContext& context,
                                                 std::span<const DecisionPlace> places,
                                                 PageScope& scope) {
  std::vector<VerbDecisionsView> groups;
  for (const std::string& verb : context.site.config.decision_verbs) {
    VerbDecisionsView group{{capitalised(verb), ""}, {}};
    if (!slugify(verb).empty()) group.verb.href = context.href(decisions_path({verb, {}}));
    for (const DecisionPlace& place : places) {
      if (decision_at(context.site, place).verb != verb) continue;
      group.decisions.push_back(decision_view(context, place, scope));
    }
    if (!group.decisions.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

DecisionsView make_decisions_view(const PageContext& context, const DecisionFilter& filter) {
  PageScope scope{decisions_path(filter), {}};
  DecisionsView view;
  view.page = page_frame(context, scope.path, page_title(filter));
  view.verbs = verb_filters(context, filter);
  view.years = year_filters(context, filter);
  std::size_t shown = 0;
  for (std::size_t meeting = context.site.meetings.size(); meeting-- > 0;) {
    MeetingDecisionsView group = meeting_decisions(context, meeting, filter, scope);
    if (group.decisions.empty()) continue;
    shown += group.decisions.size();
    view.is_latest = !filter.year && !view.meetings.empty() && shown > kMostDecisions;
    if (view.is_latest) break;
    view.meetings.push_back(std::move(group));
  }
  return view;
}

}  // namespace opsg::released
