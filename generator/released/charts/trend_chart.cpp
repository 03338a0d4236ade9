#include "trend_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "line_plot.h"

namespace opsg::charts {
namespace {

/// Scores are out of 25; a register that counts otherwise gets the scale that it needs.
constexpr int kUsualHighest = 25;
constexpr std::size_t kMostScoresInWords = 8;
constexpr std::size_t kMostInSparkline = 24;
constexpr Box kSparkline{4, 5, 68, 14};

std::string score_text(std::int64_t score) {
  return std::to_string(score);
}

ValueScale scale_of(std::span<const TrendPoint> points) {
  const auto [lowest, highest] = std::minmax_element(
      points.begin(), points.end(),
      [](const TrendPoint& a, const TrendPoint& b) { return a.score < b.score; });
  return ValueScale::holding(std::min(0, lowest->score), std::max(kUsualHighest, highest->score),
                             0);
}

std::string said(const TrendPoint& point) {
  return fmt::format("{} at {}", point.text, point.meeting.full);
}

std::string description_of(const std::vector<TrendPoint>& points) {
  if (points.size() <= kMostScoresInWords) {
    std::vector<std::string> parts;
    for (const TrendPoint& point : points) parts.push_back(said(point));
    return listed(parts) + '.';
  }
  const auto [lowest, highest] = std::minmax_element(
      points.begin(), points.end(),
      [](const TrendPoint& a, const TrendPoint& b) { return a.score < b.score; });
  return fmt::format("{}: first {}, last {}. Lowest: {}. Highest: {}.",
                     numbered(points.size(), "report", "reports"), said(points.front()),
                     said(points.back()), said(*lowest), said(*highest));
}

ChartTable table_of(const std::vector<TrendPoint>& points) {
  ChartTable table{{"Meeting", "Score"}, {}};
  for (const TrendPoint& point : points) {
    table.rows.push_back({point.meeting.full, point.text});
  }
  return table;
}

std::vector<Place> steps_of(std::span<const TrendPoint> points) {
  const ValueScale scale = scale_of(points);
  const SlotScale slots(kSparkline, points.size());
  std::vector<Place> places;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) places.push_back({slots.centre(i), places.back().y});
    places.push_back({slots.centre(i), scale.y(points[i].score, kSparkline)});
  }
  return places;
}

}  // namespace

std::optional<Chart> trend_chart(const ChartName& name, const std::vector<TrendPoint>& points) {
  if (points.empty()) return std::nullopt;
  LineSeries series;
  series.style = "chart-score";
  series.shape = LineShape::steps;
  series.marker = Marker::circle;
  series.shows_values = true;
  LinePlot plot{{}, {}, scale_of(points), score_text};
  for (const TrendPoint& point : points) {
    plot.slots.push_back(point.meeting);
    series.values.emplace_back(point.score);
  }
  plot.series.push_back(std::move(series));

  Chart chart{name, {}, description_of(points), table_of(points)};
  SvgElement picture = chart_picture(name, chart.description, kLinePlotHeight);
  draw_line_plot(picture, plot);
  chart.svg = picture.html();
  return chart;
}

std::optional<SafeHtml> trend_sparkline(const std::vector<TrendPoint>& points) {
  if (points.size() < 2) return std::nullopt;
  const std::size_t shown = std::min(points.size(), kMostInSparkline);
  const std::vector<Place> places = steps_of(std::span(points).last(shown));
  std::vector<std::string> scores;
  for (const TrendPoint& point : std::span(points).last(shown)) {
    scores.push_back(std::to_string(point.score));
  }
  PathData path;
  path.add_run(places);
  SvgElement picture("svg");
  picture.set("class", "sparkline")
      .set("role", "img")
      .set("aria-label", "By meeting: " + listed(scores));
  picture.set("viewBox", "0 0 76 24").set("width", 76).set("height", 24);
  picture.add(path.stroke().set("stroke-width", 2))
      .add(marker_shape(Marker::circle, places.back()));
  return picture.html();
}

}  // namespace opsg::charts
