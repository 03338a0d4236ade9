#include "meeting_register_view.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "entry_state.h"
#include "scores.h"
#include "text.h"
#include "timeline_view.h"

namespace opsg::released {
namespace {

constexpr std::array<std::string_view, 5> kWays = {"Raised", "Reported", "Updated", "Reopened",
                                                   "Closed"};

/// All that one meeting did to an entry.
struct MeetingStep {
  const RegisterEntry* entry = nullptr;
  std::size_t last = 0;  ///< Index into the history: the meeting's last word.
  std::string kind;      ///< Of kWays.
};

/// What was raised counts as that; of other steps the last one that changed the state counts.
std::string combined(const std::string& before, const std::string& kind) {
  const bool keeps = before == "Raised" || kind == "Updated";
  return keeps && !before.empty() ? before : kind;
}

/// What the meeting did to the register, by entry.
std::vector<MeetingStep> steps_of(const PageContext& context, std::size_t meeting,
                                  const Register& reg) {
  std::vector<MeetingStep> steps;
  for (const StepPlace& place : context.index.steps[meeting]) {
    if (place.reg != &reg) continue;
    if (steps.empty() || steps.back().entry != place.entry) steps.push_back({place.entry, 0, {}});
    MeetingStep& step = steps.back();
    step.last = place.step;
    step.kind = combined(step.kind, step_kind(context.site, reg, *place.entry, place.step));
  }
  return steps;
}

/// "Action log: raised", ...; the register's title alone where it has no states.
std::string group_title(const Register& reg, std::string_view kind) {
  const std::string& title = reg.definition.title;
  return reg.definition.states.empty() ? title : title + ": " + ascii_lower(kind);
}

/// As score_trend(), after the step. Only the last two scores matter to it.
std::string trend_at(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                     std::size_t step) {
  const std::string_view field = severity_field(reg.definition);
  std::vector<ReportedScore> reports;
  for (std::size_t i = step + 1; i-- > 0 && reports.size() < 2;) {
    const Step& earlier = entry.history[i];
    const Field* found = context.site.entry(earlier).find(field);
    const auto* score = found ? std::get_if<Score>(&found->value) : nullptr;
    const bool is_later_known = !reports.empty() && reports.back().meeting == earlier.meeting;
    if (score != nullptr && !is_later_known) reports.push_back({*score, earlier.meeting});
  }
  std::reverse(reports.begin(), reports.end());
  return score_trend(reports);
}

MeetingEntryView entry_view(const PageContext& context, const Register& reg,
                            const MeetingStep& step) {
  const RegisterEntry& entry = *step.entry;
  const Step& last = entry.history[step.last];
  const EntryState state = state_after(context.site, reg.definition, entry.history, step.last + 1);
  MeetingEntryView view;
  view.id = entry.id;
  view.href = context.href(context.permalinks.entry(reg.definition, entry));
  view.place = context.href(
      context.permalinks.place(context.site.records[last.record], context.site.entry(last).anchor));
  view.title = state.title;
  view.cells = facts(context, reg.definition, state.fields);
  view.trend = trend_at(context, reg, entry, step.last);
  return view;
}

FactView blank_cell(const std::string& title) {
  FactView cell;
  cell.title = title;
  return cell;
}

/// Gives every row a cell for each field that any row has.
void align_cells(MeetingRegisterView& view, const RegisterDefinition& definition) {
  const auto cell_of = [](const MeetingEntryView& row, const std::string& title) {
    return std::find_if(row.cells.begin(), row.cells.end(),
                        [&](const FactView& cell) { return cell.title == title; });
  };
  for (const FieldDefinition& field : definition.fields) {
    const bool given = std::any_of(view.rows.begin(), view.rows.end(), [&](const auto& row) {
      return cell_of(row, field.title) != row.cells.end();
    });
    if (given) view.columns.push_back(field.title);
  }
  for (MeetingEntryView& row : view.rows) {
    std::vector<FactView> cells;
    for (const std::string& title : view.columns) {
      const auto cell = cell_of(row, title);
      cells.push_back(cell == row.cells.end() ? blank_cell(title) : *cell);
    }
    row.cells = std::move(cells);
  }
}

}  // namespace

std::vector<MeetingRegisterView> meeting_registers(const PageContext& context,
                                                   std::size_t meeting) {
  std::vector<MeetingRegisterView> views;
  for (const Register& reg : context.site.registers) {
    const std::vector<MeetingStep> steps = steps_of(context, meeting, reg);
    for (const std::string_view kind : kWays) {
      MeetingRegisterView view{group_title(reg, kind), {}, false, {}};
      for (const MeetingStep& step : steps) {
        if (step.kind != kind) continue;
        view.rows.push_back(entry_view(context, reg, step));
        view.has_trend = view.has_trend || !view.rows.back().trend.empty();
      }
      align_cells(view, reg.definition);
      if (!view.rows.empty()) views.push_back(std::move(view));
    }
  }
  return views;
}

std::size_t raised_count(const PageContext& context, std::size_t meeting) {
  std::size_t count = 0;
  for (const Register& reg : context.site.registers) {
    const std::vector<MeetingStep> steps = steps_of(context, meeting, reg);
    count += static_cast<std::size_t>(std::count_if(
        steps.begin(), steps.end(), [](const MeetingStep& step) { return step.kind == "Raised"; }));
  }
  return count;
}

}  // namespace opsg::released
