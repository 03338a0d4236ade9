#pragma once

#include <optional>
#include <vector>

#include "chart.h"

namespace opsg::charts {

/// Open entries of about the same age.
struct AgeBand {
  std::string label;  ///< "31 to 90 days"
  std::size_t open = 0;
  std::size_t overdue = 0;  ///< Of these.
};

/// A bar for each band, what is overdue hatched. Nothing where nothing is open.
std::optional<Chart> age_chart(const ChartName& name, const std::vector<AgeBand>& bands);

}  // namespace opsg::charts
