#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gate.h"
#include "policy.h"
#include "site.h"

namespace opsg::app {

/// An open entry of a register whose entries paragraphs raise, as the next record repeats it.
struct OpenAction {
  std::string id;
  std::string title;                                        ///< Plain text.
  std::vector<std::pair<std::string, std::string>> fields;  ///< Titles and values, to be written.
  /// The most open level at which the records say just this. What is carried into another record
  /// must not become more public by it.
  Level level;
};

/// All actions that are open at full clearance, in the registers' order.
std::vector<OpenAction> open_actions(const restricted::LabelledSite& labelled,
                                     restricted::GateTime time, const released::Site& everything);

}  // namespace opsg::app
