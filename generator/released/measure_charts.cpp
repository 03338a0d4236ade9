#include "measure_charts.h"

#include <utility>

#include "measure_chart.h"

namespace opsg::released {
namespace {

std::optional<int> hundredths(const RegisterEntry& entry, std::string_view name) {
  const Field* field = entry.find(name);
  const auto* value = field ? std::get_if<Percentage>(&field->value) : nullptr;
  return value ? std::optional(value->hundredths) : std::nullopt;
}

charts::MeasurePoint measure_point(const RegisterEntry& entry) {
  charts::MeasurePoint point;
  if (const Period* period = period_of(entry)) {
    point.period.full = period->text;
    point.period.brief = period->first == period->last ? month_text(period->first) : period->text;
  }
  point.value = hundredths(entry, "value");
  point.target = hundredths(entry, "target");
  point.minimum = hundredths(entry, "minimum");
  return point;
}

}  // namespace

std::optional<ChartView> measure_series_chart(const Register& reg, const EntrySeries& series,
                                              std::size_t number) {
  std::vector<charts::MeasurePoint> points;
  for (const std::size_t entry : series.entries)
    points.push_back(measure_point(reg.entries[entry]));
  const std::string& id = reg.entries[series.entries.back()].id;
  auto chart = charts::measure_chart(chart_name(number, id + " by period"), points);
  if (!chart) return std::nullopt;
  return chart_view(std::move(*chart), TablePlace::page);
}

}  // namespace opsg::released
