#include "entry_view.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "view_text.h"

namespace opsg::released {
namespace {

const State* state_in(std::span<const Field> fields) {
  for (const Field& field : fields) {
    if (const auto* state = std::get_if<State>(&field.value)) return state;
  }
  return nullptr;
}

/// Whether the entry was closed after the steps before `end`.
bool closed_before(const Site& site, const RegisterEntry& entry, std::size_t end) {
  for (std::size_t i = end; i-- > 0;) {
    const State* state = state_in(entry_at(site, entry.history[i]).fields);
    if (state != nullptr) return state->closed;
  }
  return false;
}

std::string date_text(const WrittenDate& date) {
  if (date.date) return long_date(*date.date);
  return date.kind == WrittenDate::Kind::to_be_confirmed ? "To be confirmed" : "Not applicable";
}

StepView step_view(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                   std::size_t index, PageScope& scope) {
  const Step& step = entry.history[index];
  const Meeting& meeting = context.site.meetings[step.meeting];
  const Record& record = context.site.records[step.record];
  const Entry& said = entry_at(context.site, step);
  StepView view;
  view.date = long_date(meeting.date);
  view.what = step_kind(context.site, reg, entry, index);
  view.meeting = meeting_link(context, meeting);
  view.item = item_link(context, record, said.item);
  view.item.href = context.href(context.permalinks.place(record, said.anchor));
  view.document = capitalised(record.name);
  view.facts = facts(context, reg.definition, said.fields);
  view.prose = context.markdown.blocks(record, said.prose, 4, scope);
  return view;
}

std::vector<TargetView> target_views(const PageContext& context, const RegisterEntry& entry) {
  std::vector<TargetView> views;
  if (entry.targets.size() < 2) return views;
  for (const TargetRevision& target : entry.targets) {
    const Meeting& meeting = context.site.meetings[entry.history[target.step].meeting];
    views.push_back({date_text(target.date), meeting_link(context, meeting)});
  }
  return views;
}

LinkView neighbour(const PageContext& context, const Register& reg, std::size_t entry) {
  if (entry >= reg.entries.size()) return {};
  const RegisterEntry& other = reg.entries[entry];
  return {other.id, context.href(context.permalinks.entry(reg.definition, other))};
}

void add_state(EntryView& view, const Register& reg, const RegisterEntry& entry) {
  view.state = state_of(reg, entry);
  view.closed = entry.closed;
  view.days_overdue = entry.days_overdue;
  if (entry.days_overdue > 0) {
    view.overdue =
        counted(static_cast<std::size_t>(entry.days_overdue), "day", "days") + " overdue";
  }
  if (entry.closed_on) view.closed_on = long_date(*entry.closed_on);
  if (entry.slippage_days > 0) {
    view.slippage = counted(static_cast<std::size_t>(entry.slippage_days), "day", "days");
  }
}

}  // namespace

std::string state_of(const Register& reg, const RegisterEntry& entry) {
  if (reg.definition.states.empty()) return {};
  if (const State* state = state_in(entry.present)) return state->name;
  return entry.closed ? "Closed" : "Open";
}

std::string step_kind(const Site& site, const Register& reg, const RegisterEntry& entry,
                      std::size_t step) {
  const Entry& said = entry_at(site, entry.history[step]);
  if (said.raises) return "Raised";
  if (reg.definition.states.empty()) return "Reported";
  const State* state = state_in(said.fields);
  const bool was_closed = closed_before(site, entry, step);
  if (state != nullptr && state->closed && !was_closed) return "Closed";
  if (state != nullptr && !state->closed && was_closed) return "Reopened";
  return "Updated";
}

EntryView make_entry_view(const PageContext& context, const Register& reg, std::size_t index) {
  const RegisterEntry& entry = reg.entries[index];
  PageScope scope{context.permalinks.entry(reg.definition, entry), {}};
  EntryView view;
  view.page = page_frame(context, scope.path, entry.id);
  view.id = entry.id;
  view.title = context.markdown.text(entry.title, scope);
  view.register_title = reg.definition.title;
  view.register_href = context.href(context.permalinks.register_index(reg.definition));
  add_state(view, reg, entry);
  view.facts = facts(context, reg.definition, entry.present);
  view.targets = target_views(context, entry);
  view.has_targets = !view.targets.empty();
  for (std::size_t step = entry.history.size(); step-- > 0;) {
    view.history.push_back(step_view(context, reg, entry, step, scope));
  }
  if (index > 0) view.previous = neighbour(context, reg, index - 1);
  view.next = neighbour(context, reg, index + 1);
  return view;
}

}  // namespace opsg::released
