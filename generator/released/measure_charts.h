#pragma once

#include <optional>

#include "chart_view.h"
#include "entry_series.h"

namespace opsg::released {

/// A measure's values by period, with its targets and minimums. The page has the same as a table.
/// Nothing without values. `number`: of the chart on its page, from 1.
std::optional<ChartView> measure_series_chart(const Register& reg, const EntrySeries& series,
                                              std::size_t number);

}  // namespace opsg::released
