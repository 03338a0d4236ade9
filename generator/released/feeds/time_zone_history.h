#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"

namespace opsg::released {

/// A change of the clocks: from `from` to `to`, both east of UTC.
struct ClockChange {
  LocalDateTime at;  ///< On the clock before the change.
  std::chrono::seconds from;
  std::chrono::seconds to;
  std::string name;  ///< What the time is called from then on: "BST".
  bool daylight = false;
};

/// The state of the clocks on `first` and every change until `last`, of a zone of the IANA
/// database, which must be known. The first change is the one that `first` is under; where that
/// was before 1900 or never happened, it is one from an offset to the same in 1900.
std::vector<ClockChange> clock_changes(std::string_view time_zone, Date first, Date last);

}  // namespace opsg::released
