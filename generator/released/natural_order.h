#pragma once

#include <compare>
#include <string_view>

namespace opsg::released {

/// Orders text as people do: runs of digits compare as numbers ("LSC 2" before "LSC 10"), all else
/// byte by byte. A total order, equal for equal text only.
std::strong_ordering natural_order(std::string_view a, std::string_view b);

inline bool natural_less(std::string_view a, std::string_view b) {
  return natural_order(a, b) < 0;
}

}  // namespace opsg::released
