#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace opsg::audit {

/// A character of UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;  ///< In bytes.
};

/// The first one of the text, or its first byte where that begins none.
CodePoint first_code_point(std::string_view text);

/// In lower case. Latin, Greek and Cyrillic; other scripts have no case or are not told apart by
/// it.
char32_t fold(char32_t c);

constexpr bool is_in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

constexpr bool is_digit(char32_t c) {
  return is_in(c, U'0', U'9');
}

constexpr bool is_white_space(char32_t c) {
  return c == U' ' || is_in(c, U'\t', U'\r') || c == 0xA0 || c == 0x202F || c == 0x3000 ||
         is_in(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029;
}

/// What words are made of, digits among it.
bool is_letter(char32_t c);
/// Soft hyphens, joiners, direction marks and variation selectors: these end no word.
bool is_invisible(char32_t c);
/// Part of a word where it follows one of its letters.
bool is_apostrophe(char32_t c);

/// Lower case for letters and digits of ASCII, 0 for all else.
inline constexpr auto kFoldedAscii = [] {
  std::array<unsigned char, 256> folded{};
  for (unsigned char c = '0'; c <= '9'; ++c) folded[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) folded[c] = folded[c - 32u] = c;
  return folded;
}();

/// Characters at which reading stops, none of them a letter: one for each ASCII character.
using Stops = std::array<bool, 128>;

/// Whether no word goes on with the byte, which is no letter of ASCII; a stop may be followed by
/// more of the word.
inline bool ends_word(char c, const Stops& stops) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && c != '\'' && !stops[byte];
}

}  // namespace opsg::audit
