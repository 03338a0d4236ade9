#pragma once

#include <optional>
#include <set>
#include <vector>

#include "chart_view.h"

namespace opsg::released {

/// The entries' ratings at these meetings (indices into Site::meetings); of a meeting's records the
/// last word. The page has the same as a table. Nothing where nothing is rated. `number`: of the
/// chart on its page, from 1.
std::optional<ChartView> rating_chart(const Site& site,
                                      const std::vector<const RegisterEntry*>& entries,
                                      const std::set<std::size_t>& meetings, std::size_t number);

}  // namespace opsg::released
