#pragma once

#include <optional>
#include <vector>

#include "chart.h"

namespace opsg::charts {

struct MatrixEntry {
  std::string id;
  int probability = 0;  ///< 1 to 5; entries beyond stand outside the matrix.
  int impact = 0;       ///< Likewise.
};

/// Probability upwards, impact to the right, the entries' ids in the cells, and in each cell's
/// corner its product. Nothing where no entry stands in the matrix.
std::optional<Chart> risk_matrix(const ChartName& name, const std::vector<MatrixEntry>& entries);

}  // namespace opsg::charts
