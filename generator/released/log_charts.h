#pragma once

#include <optional>

#include "chart_view.h"

namespace opsg::released {

/// Both take the chart's number on its page, from 1.

/// Open, overdue and closed entries over the meetings. Nothing before the first meeting held.
std::optional<ChartView> log_count_chart(const Site& site, const Register& reg, std::size_t number);

/// How long what is open has been so, at the site's `as_of`. Nothing where nothing is open.
std::optional<ChartView> log_age_chart(const Site& site, const Register& reg, std::size_t number);

}  // namespace opsg::released
