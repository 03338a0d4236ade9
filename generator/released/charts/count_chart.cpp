#include "count_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "line_plot.h"

namespace opsg::charts {
namespace {

constexpr std::size_t kMostCountsInWords = 6;
/// Few entries are not drawn as if they were many.
constexpr std::int64_t kLowestTop = 5;

std::string count_text(std::int64_t count) {
  return std::to_string(count);
}

LineSeries line_of(const std::vector<LogCounts>& counts, std::size_t LogCounts::*member) {
  LineSeries series;
  for (const LogCounts& count : counts) {
    series.values.emplace_back(static_cast<std::int64_t>(count.*member));
  }
  return series;
}

std::vector<LineSeries> lines_of(const std::vector<LogCounts>& counts) {
  LineSeries open = line_of(counts, &LogCounts::open);
  open.label = "Open";
  open.style = "chart-open";
  open.marker = Marker::circle;
  LineSeries overdue = line_of(counts, &LogCounts::overdue);
  overdue.label = "Overdue";
  overdue.style = "chart-overdue";
  overdue.dash = Dash::dashed;
  overdue.marker = Marker::triangle;
  LineSeries closed = line_of(counts, &LogCounts::closed);
  closed.label = "Closed";
  closed.style = "chart-closed";
  closed.dash = Dash::dotted;
  closed.marker = Marker::square;
  return {std::move(open), std::move(overdue), std::move(closed)};
}

ValueScale scale_of(const std::vector<LogCounts>& counts) {
  std::int64_t highest = kLowestTop;
  for (const LogCounts& count : counts) {
    highest = std::max(
        {highest, static_cast<std::int64_t>(count.open), static_cast<std::int64_t>(count.closed)});
  }
  return ValueScale::holding(0, highest, 0);
}

std::string said(const LogCounts& count) {
  return fmt::format("{}: {} open, {} of them overdue, {} closed.", count.meeting.full, count.open,
                     count.overdue, count.closed);
}

std::string description_of(const std::vector<LogCounts>& counts) {
  if (counts.size() > kMostCountsInWords) {
    return fmt::format("{}. First, {} Last, {}", numbered(counts.size(), "meeting", "meetings"),
                       said(counts.front()), said(counts.back()));
  }
  std::string text;
  for (const LogCounts& count : counts) text.append(text.empty() ? "" : " ").append(said(count));
  return text;
}

ChartTable table_of(const std::vector<LogCounts>& counts) {
  ChartTable table{{"Meeting", "Open", "Overdue", "Closed"}, {}};
  for (const LogCounts& count : counts) {
    table.rows.push_back({count.meeting.full, std::to_string(count.open),
                          std::to_string(count.overdue), std::to_string(count.closed)});
  }
  return table;
}

}  // namespace

std::optional<Chart> count_chart(const ChartName& name, const std::vector<LogCounts>& counts) {
  if (counts.empty()) return std::nullopt;
  LinePlot plot{{}, lines_of(counts), scale_of(counts), count_text};
  for (const LogCounts& count : counts) plot.slots.push_back(count.meeting);
  Chart chart{name, {}, description_of(counts), table_of(counts)};
  SvgElement picture = chart_picture(name, chart.description, kLinePlotHeight);
  draw_line_plot(picture, plot);
  chart.svg = picture.html();
  return chart;
}

}  // namespace opsg::charts
