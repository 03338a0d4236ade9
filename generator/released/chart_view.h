#pragma once

#include <string>
#include <vector>

#include "chart.h"
#include "page_context.h"
#include "view_fields.h"

namespace opsg::released {

struct ChartRowView {
  std::string heading;
  std::vector<std::string> cells;

  static void describe(ViewFields<ChartRowView>& field) {
    field("heading", &ChartRowView::heading);
    field("cells", &ChartRowView::cells, "may be empty texts");
  }
};

/// A picture, and its numbers as a table where the page has them nowhere else.
struct ChartView {
  std::string id;
  std::string title;
  SafeHtml svg;
  std::string description;
  bool has_table = false;
  std::vector<std::string> columns;
  std::vector<ChartRowView> rows;

  static void describe(ViewFields<ChartView>& field) {
    field("id", &ChartView::id, "unique on the page: chart-1");
    field("title", &ChartView::title);
    field("svg", &ChartView::svg, "with its title and description inside");
    field("description", &ChartView::description, "the numbers, or the gist of them, in words");
    field("has_table", &ChartView::has_table,
          "false: the page's own table, with the id `{{id}}-table`, says the same");
    field("columns", &ChartView::columns, "the table's headings");
    field("rows", &ChartView::rows);
  }
};

enum class TablePlace { chart, page };

ChartView chart_view(charts::Chart chart, TablePlace table);

/// The name of the n-th chart of a page, from 1.
charts::ChartName chart_name(std::size_t n, std::string title);

/// A meeting on an axis: "41_2501", "Jan 2021", "OPSG 41_2501 (25 January 2021)".
charts::ChartLabel meeting_label(const Site& site, std::size_t meeting);

/// "Jan 2021"
std::string month_text(std::chrono::year_month month);

}  // namespace opsg::released
