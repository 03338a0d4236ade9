#include "measure_view.h"

#include <optional>
#include <set>

#include "entry_series.h"
#include "measure_charts.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

template <class Value>
const Value* value_of(const RegisterEntry& entry) {
  for (const Field& field : entry.present) {
    if (const auto* value = std::get_if<Value>(&field.value)) return value;
  }
  return nullptr;
}

std::optional<Percentage> percentage(const RegisterEntry& entry, std::string_view name) {
  const Field* field = entry.find(name);
  const auto* value = field ? std::get_if<Percentage>(&field->value) : nullptr;
  return value ? std::optional(*value) : std::nullopt;
}

std::string text_of(const RegisterEntry& entry, std::string_view name) {
  const Field* field = entry.find(name);
  return field ? field_text(*field) : std::string();
}

void pronounce(PeriodView& view, std::string_view verdict, std::string_view colour) {
  if (view.verdict.empty()) view.verdict = verdict;
  view.verdict_class = colour;
}

/// The verdict that the numbers give. The record's own words, where it has any, come before it.
void judge(PeriodView& view, const RegisterEntry& entry) {
  view.verdict = text_of(entry, "result");
  const auto value = percentage(entry, "value");
  const auto target = percentage(entry, "target");
  const auto minimum = percentage(entry, "minimum");
  if (!value || (!target && !minimum)) return;
  if (minimum && *value < *minimum) {
    pronounce(view, "Below minimum", "red");
  } else if (target && *value < *target) {
    pronounce(view, "Below target", "amber");
  } else {
    pronounce(view, target ? "On target" : "Above minimum", "green");
  }
}

std::vector<std::string> providers_of(const RegisterEntry& entry) {
  const PartyNames* names = value_of<PartyNames>(entry);
  return names ? names->names : std::vector<std::string>();
}

MeasureView measure_view(const PageContext& context, const Register& reg,
                         const EntrySeries& series) {
  const RegisterEntry& latest = reg.entries[series.entries.back()];
  MeasureView view;
  view.id = latest.id;
  view.href = context.href(context.permalinks.entry_page(reg.definition, latest));
  view.title = latest.title;
  view.providers = party_links(context, providers_of(latest));
  for (auto entry = series.entries.rbegin(); entry != series.entries.rend(); ++entry) {
    view.periods.push_back(period_view(context, reg.entries[*entry]));
  }
  return view;
}

}  // namespace

PeriodView period_view(const PageContext& context, const RegisterEntry& entry) {
  PeriodView view;
  if (const Period* period = period_of(entry)) view.period = period->text;
  view.value = text_of(entry, "value");
  view.target = text_of(entry, "target");
  view.minimum = text_of(entry, "minimum");
  judge(view, entry);
  const Meeting& meeting = context.site.meetings[entry.history.back().meeting];
  view.meeting = meeting_link(context, meeting);
  return view;
}

MeasuresView make_measures_view(const PageContext& context, const Register& reg) {
  MeasuresView view;
  view.page =
      page_frame(context, context.permalinks.register_index(reg.definition), reg.definition.title);
  std::set<std::string> anchors;
  for (const EntrySeries& series : entry_series(reg)) {
    MeasureView measure = measure_view(context, reg, series);
    measure.chart = measure_series_chart(reg, series, view.measures.size() + 1);
    if (anchors.insert(slugify(measure.id)).second) measure.anchor = slugify(measure.id);
    view.measures.push_back(std::move(measure));
  }
  return view;
}

}  // namespace opsg::released
