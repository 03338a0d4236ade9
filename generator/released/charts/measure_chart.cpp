#include "measure_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "line_plot.h"

namespace opsg::charts {
namespace {

constexpr std::size_t kMostMeasuresInWords = 8;
constexpr std::int64_t kOnePercent = 100;
constexpr std::array kNumbers = {&MeasurePoint::value, &MeasurePoint::target,
                                 &MeasurePoint::minimum};

using Points = std::vector<MeasurePoint>;

bool has_any(const Points& points, std::optional<int> MeasurePoint::*number) {
  return std::any_of(points.begin(), points.end(),
                     [&](const MeasurePoint& point) { return (point.*number).has_value(); });
}

/// For the number that stands below the lowest point. Nothing positive has an axis below 0.
std::int64_t with_room_below(std::int64_t lowest, std::int64_t highest) {
  const std::int64_t room = lowest - (highest - lowest) / 8;
  return lowest >= 0 ? std::max<std::int64_t>(0, room) : room;
}

ValueScale scale_of(const Points& points) {
  std::vector<int> numbers;
  for (const MeasurePoint& point : points) {
    for (const auto number : kNumbers) {
      if (point.*number) numbers.push_back(*(point.*number));
    }
  }
  const auto [lowest, highest] = std::minmax_element(numbers.begin(), numbers.end());
  return ValueScale::holding(with_room_below(*lowest, *highest), *highest, kOnePercent);
}

LineSeries line_of(const Points& points, std::optional<int> MeasurePoint::*number) {
  LineSeries series;
  for (const MeasurePoint& point : points) {
    series.values.push_back((point.*number) ? std::optional<std::int64_t>(*(point.*number))
                                            : std::nullopt);
  }
  return series;
}

LineSeries threshold(const Points& points, std::optional<int> MeasurePoint::*number,
                     std::string label, Dash dash) {
  LineSeries series = line_of(points, number);
  series.label = has_any(points, number) ? std::move(label) : "";
  series.style = "chart-threshold";
  series.shape = LineShape::levels;
  series.dash = dash;
  return series;
}

std::vector<LineSeries> lines_of(const Points& points) {
  LineSeries value = line_of(points, &MeasurePoint::value);
  value.label = "Value";
  value.style = "chart-value";
  value.marker = Marker::circle;
  value.shows_values = true;
  return {threshold(points, &MeasurePoint::target, "Target", Dash::dashed),
          threshold(points, &MeasurePoint::minimum, "Minimum", Dash::dotted), std::move(value)};
}

std::string text_of(const std::optional<int>& number) {
  return number ? percent_text(*number) : std::string();
}

std::string said(const MeasurePoint& point) {
  std::string text =
      fmt::format("{}: {}", point.period.full, point.value ? text_of(point.value) : "no value");
  if (point.target) text += ", target " + text_of(point.target);
  if (point.minimum) text += ", minimum " + text_of(point.minimum);
  return text + '.';
}

std::string description_of(const Points& points) {
  if (points.size() > kMostMeasuresInWords) {
    return fmt::format("{}. First, {} Last, {}", numbered(points.size(), "period", "periods"),
                       said(points.front()), said(points.back()));
  }
  std::string text;
  for (const MeasurePoint& point : points) text.append(text.empty() ? "" : " ").append(said(point));
  return text;
}

ChartTable table_of(const Points& points) {
  ChartTable table{{"Period", "Value", "Target", "Minimum"}, {}};
  for (const MeasurePoint& point : points) {
    table.rows.push_back(
        {point.period.full, text_of(point.value), text_of(point.target), text_of(point.minimum)});
  }
  return table;
}

}  // namespace

std::string percent_text(std::int64_t hundredths) {
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string text = fmt::format("{}{}", hundredths < 0 ? "-" : "", size / 100);
  if (size % 100 != 0) text += fmt::format(".{:02}", size % 100);
  if (size % 100 != 0 && size % 10 == 0) text.pop_back();
  return text + '%';
}

std::optional<Chart> measure_chart(const ChartName& name, const std::vector<MeasurePoint>& points) {
  if (!has_any(points, &MeasurePoint::value)) return std::nullopt;
  LinePlot plot{{}, lines_of(points), scale_of(points), percent_text};
  for (const MeasurePoint& point : points) plot.slots.push_back(point.period);
  Chart chart{name, {}, description_of(points), table_of(points)};
  SvgElement picture = chart_picture(name, chart.description, kLinePlotHeight);
  draw_line_plot(picture, plot);
  chart.svg = picture.html();
  return chart;
}

}  // namespace opsg::charts
