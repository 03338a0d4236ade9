#include "changes_view.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>

#include "register_shape.h"
#include "scores.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// In the order in which they are shown.
constexpr std::array<std::string_view, 8> kKinds = {"raised", "closed", "reopened", "revised",
                                                    "up",     "down",   "changed",  "first report"};

/// All that one meeting's records said of one entry: indices into its history.
struct MeetingSteps {
  const Register* reg = nullptr;
  const RegisterEntry* entry = nullptr;
  std::vector<std::size_t> steps;
};

/// The meeting's steps by entry, in the order of the registers.
std::vector<MeetingSteps> steps_by_entry(const PageContext& context, std::size_t meeting) {
  std::vector<MeetingSteps> all;
  for (const StepPlace& place : context.index.steps[meeting]) {
    if (all.empty() || all.back().entry != place.entry) all.push_back({place.reg, place.entry, {}});
    all.back().steps.push_back(place.step);
  }
  return all;
}

std::string_view score_change(const Site& site, const MeetingSteps& said) {
  const auto reports = reported_scores(site, *said.entry, severity_field(said.reg->definition));
  const std::size_t meeting = said.entry->history[said.steps.front()].meeting;
  const auto now = std::find_if(reports.begin(), reports.end(),
                                [&](const auto& report) { return report.meeting == meeting; });
  if (now == reports.begin() || now == reports.end()) return {};
  const int before = std::prev(now)->score.value;
  if (now->score.value == before) return {};
  return now->score.value > before ? "up" : "down";
}

std::string_view state_change(const Site& site, const MeetingSteps& said) {
  std::string_view kind;
  for (const std::size_t step : said.steps) {
    const std::string what = step_kind(site, *said.reg, *said.entry, step);
    if (what == "Raised") return "raised";
    if (what == "Closed") kind = "closed";
    if (what == "Reopened") kind = "reopened";
  }
  return kind;
}

/// One of kKinds; empty where the meeting only went through the entry.
std::string_view kind_of(const Site& site, const MeetingSteps& said, bool has_changes) {
  const bool is_log = shape_of(said.reg->definition) == RegisterShape::log;
  const std::string_view kind = is_log ? state_change(site, said) : score_change(site, said);
  if (!kind.empty()) return kind;
  if (said.steps.front() == 0) return "first report";
  if (!has_changes) return {};
  return is_log ? "revised" : "changed";
}

ChangedEntryView changed_entry(const PageContext& context, const MeetingSteps& said) {
  ChangedEntryView view;
  view.entry = entry_row(context, *said.reg, *said.entry);
  for (const std::size_t step : said.steps) {
    for (ChangeView& change : step_changes(context.site, *said.reg, *said.entry, step)) {
      view.changes.push_back(std::move(change));
    }
  }
  view.has_changes = !view.changes.empty();
  return view;
}

std::vector<ChangeGroupView> change_groups(const PageContext& context, const Register& reg,
                                           const std::vector<MeetingSteps>& all) {
  std::map<std::string_view, std::vector<ChangedEntryView>> by_kind;
  for (const MeetingSteps& said : all) {
    if (said.reg != &reg) continue;
    ChangedEntryView view = changed_entry(context, said);
    const std::string_view kind = kind_of(context.site, said, view.has_changes);
    if (!kind.empty()) by_kind[kind].push_back(std::move(view));
  }
  std::vector<ChangeGroupView> groups;
  for (const std::string_view kind : kKinds) {
    const auto found = by_kind.find(kind);
    if (found == by_kind.end()) continue;
    groups.push_back({reg.definition.title + ": " + std::string(kind), std::move(found->second)});
  }
  return groups;
}

/// Minutes repeat what the headlines of their meeting say was decided.
std::vector<DecisionPlace> decisions_of(const PageContext& context, std::size_t meeting) {
  const std::vector<DecisionPlace>& all = context.index.decisions[meeting];
  const auto is_in_minutes = [&](const DecisionPlace& place) {
    const Record& record = context.site.records[place.record];
    return record.complete && record.name == "minutes";
  };
  std::vector<DecisionPlace> minuted;
  std::copy_if(all.begin(), all.end(), std::back_inserter(minuted), is_in_minutes);
  return minuted.empty() ? all : minuted;
}

/// Nothing where the meeting neither changed nor decided anything.
std::optional<ChangesView> changes_of(const PageContext& context, std::size_t index,
                                      PageScope& scope) {
  const Meeting& meeting = context.site.meetings[index];
  ChangesView view;
  const std::vector<MeetingSteps> steps = steps_by_entry(context, index);
  for (const Register& reg : context.site.registers) {
    const RegisterShape shape = shape_of(reg.definition);
    if (shape != RegisterShape::log && shape != RegisterShape::scores) continue;
    for (ChangeGroupView& group : change_groups(context, reg, steps)) {
      view.groups.push_back(std::move(group));
    }
  }
  for (const DecisionPlace& place : decisions_of(context, index)) {
    view.decisions.push_back(decision_view(context, place, scope));
  }
  view.has_decisions = !view.decisions.empty();
  if (view.groups.empty() && !view.has_decisions) return std::nullopt;
  view.meeting = meeting_link(context, meeting);
  view.date = long_date(meeting.date);
  view.iso_date = iso_date(meeting.date);
  return view;
}

}  // namespace

std::optional<ChangesView> latest_changes(const PageContext& context, PageScope& scope) {
  for (std::size_t meeting = context.site.meetings.size(); meeting-- > 0;) {
    if (auto view = changes_of(context, meeting, scope)) return view;
  }
  return std::nullopt;
}

}  // namespace opsg::released
