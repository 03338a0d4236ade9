#include "chart_view.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "view_text.h"

namespace opsg::released {

ChartView chart_view(charts::Chart chart, TablePlace table) {
  ChartView view;
  view.id = std::move(chart.name.id);
  view.title = std::move(chart.name.title);
  view.svg = std::move(chart.svg);
  view.description = std::move(chart.description);
  view.has_table = table == TablePlace::chart;
  if (!view.has_table) return view;
  view.columns = std::move(chart.table.columns);
  for (std::vector<std::string>& row : chart.table.rows) {
    view.rows.push_back({row.front(), {row.begin() + 1, row.end()}});
  }
  return view;
}

charts::ChartName chart_name(std::size_t n, std::string title) {
  return {fmt::format("chart-{}", n), std::move(title)};
}

charts::ChartLabel meeting_label(const Site& site, std::size_t meeting) {
  const Meeting& held = site.meetings[meeting];
  return {held.code, month_text(held.date.year() / held.date.month()),
          fmt::format("{} ({})", meeting_name(site, held), long_date(held.date))};
}

std::string month_text(std::chrono::year_month month) {
  return fmt::format("{} {}", month_name(month.month()).substr(0, 3),
                     static_cast<int>(month.year()));
}

}  // namespace opsg::released
