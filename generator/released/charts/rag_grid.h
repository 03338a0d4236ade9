#pragma once

#include <optional>
#include <vector>

#include "chart.h"

namespace opsg::charts {

enum class Rating { none, red, amber, green };

/// What is rated, and how at each meeting.
struct RatedRow {
  std::string label;
  std::vector<Rating> ratings;  ///< One for each of the grid's meetings.
};

/// How many meetings have room side by side: the latest ones.
inline constexpr std::size_t kMostGridMeetings = 8;

/// A row for each criterion, a column for each meeting, oldest first; letters in shapes of their
/// own: a square for red, a diamond for amber, a circle for green. The title says where meetings
/// are left out. Nothing without any rating.
std::optional<Chart> rag_grid(const ChartName& name, const std::vector<ChartLabel>& meetings,
                              const std::vector<RatedRow>& rows);

}  // namespace opsg::charts
