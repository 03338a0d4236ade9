#include "entry_view.h"

#include <optional>

#include "score_charts.h"
#include "scores.h"
#include "view_text.h"

namespace opsg::released {
namespace {

std::vector<TargetView> target_views(const PageContext& context, const RegisterEntry& entry) {
  std::vector<TargetView> views;
  if (entry.targets.size() < 2) return views;
  for (const TargetRevision& target : entry.targets) {
    const Meeting& meeting = context.site.meetings[entry.history[target.step].meeting];
    views.push_back({written_date_text(target.date),
                     target.date.date ? iso_date(*target.date.date) : "",
                     meeting_link(context, meeting)});
  }
  return views;
}

LinkView neighbour(const PageContext& context, const Register& reg, std::size_t entry) {
  if (entry >= reg.entries.size()) return {};
  const RegisterEntry& other = reg.entries[entry];
  return {entry_name(reg, other), context.href(context.permalinks.entry(reg.definition, other))};
}

void add_state(EntryView& view, const Register& reg, const RegisterEntry& entry) {
  view.state = state_of(reg, entry);
  view.closed = entry.closed;
  view.days_overdue = entry.days_overdue;
  if (entry.days_overdue > 0) view.overdue = days_text(entry.days_overdue) + " overdue";
  if (entry.closed_on) {
    view.closed_on = long_date(*entry.closed_on);
    view.iso_closed_on = iso_date(*entry.closed_on);
  }
  if (entry.raised && !reg.definition.states.empty()) view.age = days_text(entry.age_days);
  if (entry.slippage_days > 0) view.slippage = days_text(entry.slippage_days);
}

void add_severity(EntryView& view, const PageContext& context, const Register& reg,
                  const RegisterEntry& entry) {
  const std::string_view field = severity_field(reg.definition);
  const Score* score = score_of(entry, field);
  if (score == nullptr) return;
  view.severity = score_text(*score);
  view.rank = score_rank(*score);
  view.trend = trend_sentence(context.site, entry, field);
  view.trend_chart = score_trend_chart(context.site, reg, entry, 1);
}

}  // namespace

std::string state_of(const Register& reg, const RegisterEntry& entry) {
  if (reg.definition.states.empty()) return {};
  for (const Field& field : entry.present) {
    if (const auto* state = std::get_if<State>(&field.value)) return state->name;
  }
  return entry.closed ? "Closed" : "Open";
}

std::string entry_name(const Register& reg, const RegisterEntry& entry) {
  return reg.definition.key_fields.empty() ? entry.id : entry.key;
}

EntryView make_entry_view(const PageContext& context, const Register& reg, std::size_t index) {
  const RegisterEntry& entry = reg.entries[index];
  PageScope scope{context.permalinks.entry_page(reg.definition, entry), {}};
  EntryView view;
  view.page = page_frame(context, scope.path, entry_name(reg, entry));
  view.id = entry.id;
  view.title = context.markdown.text(entry.title, scope);
  view.register_title = reg.definition.title;
  view.register_href = context.href(context.permalinks.register_index(reg.definition));
  add_state(view, reg, entry);
  add_severity(view, context, reg, entry);
  view.facts = facts(context, reg.definition, entry.present);
  view.targets = target_views(context, entry);
  view.has_targets = !view.targets.empty();
  for (std::size_t step = entry.history.size(); step-- > 0;) {
    view.history.push_back(step_view(context, reg, entry, step, scope));
  }
  keep_first_anchors(view.history);
  if (index > 0) view.previous = neighbour(context, reg, index - 1);
  view.next = neighbour(context, reg, index + 1);
  return view;
}

}  // namespace opsg::released
