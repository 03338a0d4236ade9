#pragma once

#include <map>
#include <string>
#include <vector>

#include "chart.h"

namespace opsg::test {

charts::ChartLabel meeting(const std::string& code);
charts::ChartLabel month(const std::string& brief);

/// A small chart of each kind: their pictures are goldens.
std::vector<charts::Chart> small_charts();

/// Charts of one point and of hundreds, with long and hostile labels, equal, negative and enormous
/// values.
std::vector<charts::Chart> hostile_charts();

}  // namespace opsg::test
