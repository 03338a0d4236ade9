#pragma once

#include <cstddef>

namespace opsg {

/// Whether the Damerau-Levenshtein distance (optimal string alignment) of two texts is at most 1.
/// Of the texts it knows their sizes and `equal(i, j)`: whether character `i` of the one is
/// character `j` of the other.
template <class Equal>
bool is_single_slip(std::size_t size, std::size_t other_size, const Equal& equal) {
  std::size_t same = 0;
  while (same < size && same < other_size && equal(same, same)) ++same;
  const auto equal_from = [&](std::size_t i, std::size_t j) {
    if (i > size || j > other_size || size - i != other_size - j) return false;
    while (i < size && equal(i, j)) ++i, ++j;
    return i == size;
  };
  if (equal_from(same, same)) return true;
  const bool one_slip =
      equal_from(same + 1, same + 1) || equal_from(same + 1, same) || equal_from(same, same + 1);
  if (one_slip || same + 1 >= size || same + 1 >= other_size) return one_slip;
  return equal(same, same + 1) && equal(same + 1, same) && equal_from(same + 2, same + 2);
}

}  // namespace opsg
