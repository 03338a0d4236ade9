#pragma once

#include <optional>
#include <vector>

#include "chart.h"

namespace opsg::charts {

/// A score as one meeting has it.
struct TrendPoint {
  ChartLabel meeting;
  int score = 0;
  std::string text;  ///< "20 Critical"
};

/// The scores of one entry, by meeting, as a line in steps. Nothing without points.
std::optional<Chart> trend_chart(const ChartName& name, const std::vector<TrendPoint>& points);

/// The same as a small picture for a table or list, which says the scores as its text. Nothing for
/// fewer than two.
std::optional<SafeHtml> trend_sparkline(const std::vector<TrendPoint>& points);

}  // namespace opsg::charts
