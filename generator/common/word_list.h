#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace opsg {

using WordList = std::span<const std::string_view>;

/// Whether the word, in this very case, is in the list.
inline bool is_one_of(std::string_view word, WordList list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace opsg
