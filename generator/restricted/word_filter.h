#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace opsg::restricted {

/// Turns most words away before they are looked for among those that were added: by first byte and
/// length.
class WordFilter {
 public:
  void add(std::string_view word) { lengths_[row(word)] |= bit(word); }
  /// False only for words that were not added.
  bool may_hold(std::string_view word) const { return (lengths_[row(word)] & bit(word)) != 0; }

 private:
  static std::size_t row(std::string_view word) {
    return word.empty() ? 0 : static_cast<unsigned char>(word.front());
  }
  static std::uint32_t bit(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }

  std::array<std::uint32_t, 256> lengths_{};
};

}  // namespace opsg::restricted
