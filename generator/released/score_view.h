#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "log_view.h"
#include "page_view.h"

namespace opsg::released {

struct MatrixCellView {
  std::vector<LinkView> entries;
  int rank = 0;

  static void describe(ViewFields<MatrixCellView>& field) {
    field("entries", &MatrixCellView::entries);
    field("rank", &MatrixCellView::rank, "the cell's product in fifths of 25, from 1 to 5");
  }
};

/// The entries of one probability, by impact.
struct MatrixRowView {
  int probability = 0;
  std::vector<MatrixCellView> cells;

  static void describe(ViewFields<MatrixRowView>& field) {
    field("probability", &MatrixRowView::probability);
    field("cells", &MatrixRowView::cells);
  }
};

/// A register whose entries are ranked by a score: risks.
struct ScoreView {
  static constexpr std::string_view kTemplate = "scores.html";

  PageView page;
  std::vector<EntryRowView> rows;
  std::vector<int> impacts;
  std::vector<MatrixRowView> matrix;
  bool has_rows = false;
  bool has_matrix = false;
  std::optional<ChartView> matrix_chart;

  static void describe(ViewFields<ScoreView>& field) {
    field("page", &ScoreView::page);
    field("rows", &ScoreView::rows, "the most severe first");
    field("impacts", &ScoreView::impacts, "the matrix's columns");
    field("has_rows", &ScoreView::has_rows);
    field("has_matrix", &ScoreView::has_matrix);
    field("matrix", &ScoreView::matrix, "empty where no entry has both probability and impact");
    field("matrix_chart", &ScoreView::matrix_chart, "the same as a picture");
  }
};

ScoreView make_score_view(const PageContext& context, const Register& reg);

/// The register's entries, the most severe first, those without a score last.
std::vector<const RegisterEntry*> by_severity(const Register& reg);

}  // namespace opsg::released
