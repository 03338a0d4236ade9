#include "score_charts.h"

#include <utility>

#include "risk_matrix.h"
#include "scores.h"
#include "trend_chart.h"

namespace opsg::released {
namespace {

std::vector<charts::TrendPoint> trend_points(const Site& site, const Register& reg,
                                             const RegisterEntry& entry) {
  std::vector<charts::TrendPoint> points;
  for (const auto& [score, meeting] :
       reported_scores(site, entry, severity_field(reg.definition))) {
    points.push_back({meeting_label(site, meeting), score.value, score_text(score)});
  }
  return points;
}

}  // namespace

std::optional<ChartView> score_trend_chart(const Site& site, const Register& reg,
                                           const RegisterEntry& entry, std::size_t number) {
  const std::vector<charts::TrendPoint> points = trend_points(site, reg, entry);
  if (points.size() < 2) return std::nullopt;
  const FieldDefinition* field = reg.definition.find_field(severity_field(reg.definition));
  auto chart = charts::trend_chart(chart_name(number, field->title + " by meeting"), points);
  return chart_view(std::move(*chart), TablePlace::chart);
}

SafeHtml score_sparkline(const Site& site, const Register& reg, const RegisterEntry& entry) {
  return charts::trend_sparkline(trend_points(site, reg, entry)).value_or(SafeHtml());
}

std::optional<ChartView> score_matrix_chart(const Register& reg, std::size_t number) {
  std::vector<charts::MatrixEntry> entries;
  for (const RegisterEntry& entry : reg.entries) {
    const Score* probability = score_of(entry, "probability");
    const Score* impact = score_of(entry, "impact");
    if (!probability || !impact) continue;
    entries.push_back({entry.id, probability->value, impact->value});
  }
  auto chart =
      charts::risk_matrix(chart_name(number, "Entries by probability and impact"), entries);
  if (!chart) return std::nullopt;
  return chart_view(std::move(*chart), TablePlace::chart);
}

}  // namespace opsg::released
