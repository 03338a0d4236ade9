#pragma once

#include <optional>
#include <vector>

#include "chart.h"

namespace opsg::charts {

/// A measure in one period, in hundredths of a percent.
struct MeasurePoint {
  ChartLabel period;
  std::optional<int> value;
  std::optional<int> target;
  std::optional<int> minimum;
};

/// The values by period against what was aimed at and what was the least. Nothing without values.
std::optional<Chart> measure_chart(const ChartName& name, const std::vector<MeasurePoint>& points);

/// "96.12%", "-0.5%", "100%": no more decimals than it takes.
std::string percent_text(std::int64_t hundredths);

}  // namespace opsg::charts
