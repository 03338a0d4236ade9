#include "series_view.h"

#include <algorithm>

#include "measure_charts.h"
#include "measure_view.h"
#include "register_shape.h"
#include "view_text.h"

namespace opsg::released {
namespace {

using Entries = std::vector<const RegisterEntry*>;

bool is_key(const RegisterDefinition& definition, const std::string& field) {
  const auto& keys = definition.key_fields;
  return std::find(keys.begin(), keys.end(), field) != keys.end();
}

Entries entries_of(const Register& reg, const EntrySeries& series) {
  Entries entries;
  for (const std::size_t i : series.entries) entries.push_back(&reg.entries[i]);
  return entries;
}

/// Measures have a verdict, which says what their `result` says.
bool has_verdicts(const Register& reg) {
  return shape_of(reg.definition) == RegisterShape::measures;
}

/// The fields that differ from period to period and that any of the periods gives.
std::vector<const FieldDefinition*> columns_of(const Register& reg, const Entries& entries) {
  std::vector<const FieldDefinition*> columns;
  for (const FieldDefinition& field : reg.definition.fields) {
    const bool is_said_elsewhere =
        is_key(reg.definition, field.name) || (has_verdicts(reg) && field.name == "result");
    const bool is_given = std::any_of(entries.begin(), entries.end(), [&](const auto* entry) {
      return entry->find(field.name) != nullptr;
    });
    if (is_given && !is_said_elsewhere) columns.push_back(&field);
  }
  return columns;
}

std::vector<FactView> common_facts(const PageContext& context, const Register& reg,
                                   const RegisterEntry& entry) {
  std::vector<FactView> views;
  for (const Field& field : entry.present) {
    if (!is_key(reg.definition, field.name) || std::holds_alternative<Period>(field.value))
      continue;
    views.push_back(fact(context, reg.definition, field));
  }
  return views;
}

SeriesPeriodView series_period_view(const PageContext& context, const Register& reg,
                                    const RegisterEntry& entry,
                                    const std::vector<const FieldDefinition*>& columns) {
  const PeriodView now = period_view(context, entry);
  SeriesPeriodView view;
  view.period = now.period;
  view.anchor = entry.place;
  view.meeting = now.meeting;
  if (has_verdicts(reg)) {
    view.verdict = now.verdict;
    view.verdict_class = now.verdict_class;
  }
  for (const FieldDefinition* column : columns) {
    const Field* field = entry.find(column->name);
    view.values.push_back(field ? fact(context, reg.definition, *field) : FactView{});
    view.values.back().title = column->title;
  }
  return view;
}

/// The steps of all periods, latest first; of one record the latest period first.
std::vector<StepView> series_history(const PageContext& context, const Register& reg,
                                     const Entries& entries, PageScope& scope) {
  struct Place {
    const RegisterEntry* entry;
    std::size_t step;
  };
  std::vector<Place> places;
  for (const RegisterEntry* entry : entries) {
    for (std::size_t step = 0; step < entry->history.size(); ++step) {
      places.push_back({entry, step});
    }
  }
  std::reverse(places.begin(), places.end());
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.entry->history[a.step].meeting > b.entry->history[b.step].meeting;
  });
  std::vector<StepView> views;
  for (const Place& place : places) {
    views.push_back(step_view(context, reg, *place.entry, place.step, scope));
    if (const Period* period = period_of(*place.entry)) views.back().period = period->text;
  }
  keep_first_anchors(views);
  return views;
}

LinkView neighbour(const PageContext& context, const Register& reg,
                   const std::vector<EntrySeries>& all, std::size_t series) {
  if (series >= all.size()) return {};
  const RegisterEntry& entry = reg.entries[all[series].entries.front()];
  return {series_name(reg, all[series]),
          context.href(context.permalinks.entry_page(reg.definition, entry))};
}

}  // namespace

std::string series_name(const Register& reg, const EntrySeries& series) {
  const RegisterEntry& entry = reg.entries[series.entries.back()];
  std::string name = entry.id;
  for (const std::string& key : reg.definition.key_fields) {
    const Field* field = entry.find(key);
    if (field == nullptr || std::holds_alternative<Period>(field->value)) continue;
    name += " · " + value_text(*field);
  }
  return name;
}

SeriesView make_series_view(const PageContext& context, const Register& reg,
                            const std::vector<EntrySeries>& all, std::size_t index) {
  const Entries entries = entries_of(reg, all[index]);
  const RegisterEntry& latest = *entries.back();
  const std::vector<const FieldDefinition*> columns = columns_of(reg, entries);
  PageScope scope{context.permalinks.entry_page(reg.definition, latest), {}};
  SeriesView view;
  view.page = page_frame(context, scope.path, series_name(reg, all[index]));
  view.id = latest.id;
  view.title = context.markdown.text(latest.title, scope);
  view.register_title = reg.definition.title;
  view.register_href = context.href(context.permalinks.register_index(reg.definition));
  view.facts = common_facts(context, reg, latest);
  for (const FieldDefinition* column : columns) view.columns.push_back(column->title);
  view.has_verdicts = has_verdicts(reg);
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    view.periods.push_back(series_period_view(context, reg, **entry, columns));
  }
  view.chart = measure_series_chart(reg, all[index], 1);
  view.history = series_history(context, reg, entries, scope);
  if (index > 0) view.previous = neighbour(context, reg, all, index - 1);
  view.next = neighbour(context, reg, all, index + 1);
  return view;
}

}  // namespace opsg::released
