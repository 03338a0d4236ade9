#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary.h"

namespace opsg::released {

struct ItemHeading {
  std::string number;  ///< "3.1", without a final dot.
  std::string title;   ///< Not empty.
  std::vector<std::string> sponsors;
};

/// Reads a heading's text as an agenda item's: up to three digits, more of them behind dots,
/// perhaps a final dot, a space and a title. Nothing where it is none: "2021 plan", "4G", "3.".
std::optional<ItemHeading> read_item_heading(std::string_view text, const Vocabulary& vocabulary);

}  // namespace opsg::released
