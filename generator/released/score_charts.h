#pragma once

#include <optional>

#include "chart_view.h"

namespace opsg::released {

/// All take the chart's number on its page, from 1.

/// The scores that the entry is ranked by, over the meetings. Nothing for fewer than two.
std::optional<ChartView> score_trend_chart(const Site& site, const Register& reg,
                                           const RegisterEntry& entry, std::size_t number);

/// The same in the size of a word; empty for fewer than two.
SafeHtml score_sparkline(const Site& site, const Register& reg, const RegisterEntry& entry);

/// The entries that have both a probability and an impact. Nothing where none has.
std::optional<ChartView> score_matrix_chart(const Register& reg, std::size_t number);

}  // namespace opsg::released
