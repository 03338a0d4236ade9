#pragma once

#include <cstddef>
#include <vector>

#include "site.h"

namespace opsg::released {

/// How the entries of a register with states stood after a meeting, as far as the audience's
/// records tell.
struct MeetingCounts {
  std::size_t meeting = 0;  ///< Index into Site::meetings.
  std::size_t open = 0;
  std::size_t overdue = 0;  ///< Open, with a target before the meeting's day.
  std::size_t closed = 0;   ///< Since the meeting before it in the list.
};

/// One for each meeting held since the register's first entry, oldest first. An entry counts from
/// the first meeting whose records have it, in the state and with the target of its latest word by
/// then: later words change nothing.
std::vector<MeetingCounts> count_by_meeting(const Site& site, const Register& reg);

}  // namespace opsg::released
