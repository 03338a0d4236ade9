#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "policy.h"
#include "prior_readings.h"
#include "site.h"

namespace opsg::app {

/// An open entry of a register whose entries paragraphs raise, as the next record repeats it.
struct OpenAction {
  std::string id;
  std::string title;                                        ///< Plain text.
  std::vector<std::pair<std::string, std::string>> fields;  ///< Titles and values, to be written.
  /// Of the marking that makes none of it more public than the records do so far.
  Level level;
};

struct OpenActions {
  std::vector<OpenAction> carried;  ///< In the registers' order.
  /// Those that no marking withholds from everybody who does not read them now: drafts or embargoed
  /// documents tell of them, which an audience of the most closed level is not given.
  std::size_t left_out = 0;
  /// Those that some reader's records leave open, though they are closed at full clearance. To
  /// repeat them would be wrong, and not to do so may tell that they were closed.
  std::size_t closed_unseen = 0;
};

/// All actions that are open at full clearance.
OpenActions open_actions(const PriorReadings& readings, const released::Site& everything);

}  // namespace opsg::app
