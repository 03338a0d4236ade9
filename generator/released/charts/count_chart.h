#pragma once

#include <optional>
#include <vector>

#include "chart.h"

namespace opsg::charts {

/// How a log's entries stood after one meeting.
struct LogCounts {
  ChartLabel meeting;
  std::size_t open = 0;
  std::size_t overdue = 0;  ///< Of the open ones, on the meeting's day.
  std::size_t closed = 0;   ///< By this meeting.
};

/// Open, overdue and closed entries over the meetings, as lines of different dashes and markers.
/// Nothing without meetings.
std::optional<Chart> count_chart(const ChartName& name, const std::vector<LogCounts>& counts);

}  // namespace opsg::charts
