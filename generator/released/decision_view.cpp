#include "decision_view.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <utility>

#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// A page for all years shows at most so many, but at least one meeting's.
constexpr std::size_t kMostDecisions = 100;

const Decision& decision_at(const Site& site, const DecisionPlace& place) {
  return site.records[place.record].decisions[place.decision];
}

/// Chooses among an index's filters on the page of one of them.
class FilterChoice {
 public:
  FilterChoice(const PageContext& context, const DecisionIndex& index, const DecisionFilter& chosen)
      : context_(context), index_(index), chosen_(chosen) {}

  /// The other verbs of the same year; a verb without any leads to its decisions of all years.
  std::vector<FilterView> verbs() const {
    std::vector<FilterView> views = {view("All", {"", chosen_.year}, chosen_.verb.empty())};
    for (const std::string& verb : index_.verbs()) {
      DecisionFilter filter{verb, chosen_.year};
      if (index_.found_by(filter).empty()) filter.year = std::nullopt;
      views.push_back(view(capitalised(verb), filter, verb == chosen_.verb));
    }
    return views;
  }

  std::vector<FilterView> years() const {
    std::vector<FilterView> views = {
        view("All years", {chosen_.verb, std::nullopt}, !chosen_.year)};
    for (const int year : index_.years_of(chosen_.verb)) {
      views.push_back(view(std::to_string(year), {chosen_.verb, year}, chosen_.year == year));
    }
    return views;
  }

 private:
  FilterView view(std::string title, const DecisionFilter& filter, bool current) const {
    return {std::move(title), context_.href(decisions_path(filter)), index_.found_by(filter).size(),
            current};
  }

  const PageContext& context_;
  const DecisionIndex& index_;
  const DecisionFilter& chosen_;
};

std::string page_title(const DecisionFilter& filter) {
  std::string title = "Decisions";
  if (!filter.verb.empty()) title += ": " + capitalised(filter.verb);
  if (filter.year) title += fmt::format("{} {}", filter.verb.empty() ? " of" : ",", *filter.year);
  return title;
}

using Places = std::vector<DecisionPlace>;

/// By meeting, latest first.
std::map<std::size_t, Places, std::greater<>> by_meeting(const Places& places) {
  std::map<std::size_t, Places, std::greater<>> meetings;
  for (const DecisionPlace& place : places) meetings[place.meeting].push_back(place);
  return meetings;
}

MeetingDecisionsView meeting_decisions(const PageContext& context, const Meeting& meeting,
                                       const Places& places, PageScope& scope) {
  MeetingDecisionsView group;
  group.meeting = meeting_link(context, meeting);
  group.date = long_date(meeting.date);
  group.iso_date = iso_date(meeting.date);
  for (const DecisionPlace& place : places) {
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

DecisionsView make_decisions_view(const PageContext& context, const DecisionIndex& index,
                                  const DecisionFilter& filter) {
  PageScope scope{decisions_path(filter), {}};
  const FilterChoice choice(context, index, filter);
  DecisionsView view;
  view.page = page_frame(context, scope.path, page_title(filter));
  view.verbs = choice.verbs();
  view.years = choice.years();
  std::size_t shown = 0;
  for (const auto& [meeting, places] : by_meeting(index.found_by(filter))) {
    shown += places.size();
    view.is_latest = !filter.year && !view.meetings.empty() && shown > kMostDecisions;
    if (view.is_latest) break;
    view.meetings.push_back(
        meeting_decisions(context, context.site.meetings[meeting], places, scope));
  }
  return view;
}

}  // namespace opsg::released
