#pragma once

#include <cstddef>
#include <string_view>

#include "folded_markup.h"

namespace opsg::restricted {

/// Where the words of a block begin that is read from `begin` on: behind what only decorates its
/// start, such as `6.`, `3.1`, `a)`, `(iv)`, `[x]`, `[^1]:`, a bullet, an arrow, an emoji or a
/// quotation mark.
std::size_t find_first_word(const FoldedMarkup& text, std::size_t begin);

/// Whether a word of that many characters could count items: a letter or a short Roman number.
/// `at(i)` is its character `i`.
template <class At>
bool is_enumerator(std::size_t size, const At& at) {
  constexpr std::size_t kLongestRoman = 4;
  if (size <= 1) return size == 1;
  if (size > kLongestRoman) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (std::u32string_view(U"ivxIVX").find(static_cast<char32_t>(at(i))) ==
        std::u32string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace opsg::restricted
