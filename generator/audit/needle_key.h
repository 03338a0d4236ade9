#pragma once

#include <compare>
#include <cstdint>

namespace opsg::audit {

/// What a needle is found by, whatever passage it is of: two digests of it.
struct NeedleKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  friend auto operator<=>(const NeedleKey&, const NeedleKey&) = default;
};

}  // namespace opsg::audit
