#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "log_view.h"
#include "page_view.h"

namespace opsg::released {

/// A register whose entries are ranked by a score: risks.
struct ScoreView {
  static constexpr std::string_view kTemplate = "scores.html";

  PageView page;
  std::vector<EntryRowView> rows;
  bool has_rows = false;
  bool has_owners = false;
  std::optional<ChartView> matrix;

  static void describe(ViewFields<ScoreView>& field) {
    field("page", &ScoreView::page);
    field("rows", &ScoreView::rows, "the most severe first");
    field("has_rows", &ScoreView::has_rows);
    field("has_owners", &ScoreView::has_owners, "whether any of the rows has");
    field("matrix", &ScoreView::matrix, "missing where no entry has both probability and impact");
  }
};

ScoreView make_score_view(const PageContext& context, const Register& reg);

/// The register's entries, the most severe first, those without a score last.
std::vector<const RegisterEntry*> by_severity(const Register& reg);

}  // namespace opsg::released
