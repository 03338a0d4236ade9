#pragma once

#include <concepts>
#include <string_view>

namespace opsg {

// The classes of ASCII's characters, whatever the locale, in any encoding that begins with ASCII:
// of bytes of UTF-8 and of code points. No other character belongs to any.

constexpr bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_lower(char32_t c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_upper(char32_t c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char32_t c) {
  return is_ascii_lower(c) || is_ascii_upper(c);
}
constexpr bool is_ascii_letter_or_digit(char32_t c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}
/// Spaces, tabs and the ends of lines and pages.
constexpr bool is_ascii_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

template <std::integral Char>
constexpr Char to_ascii_lower(Char c) {
  return is_ascii_upper(c) ? static_cast<Char>(c + ('a' - 'A')) : c;
}
template <std::integral Char>
constexpr Char to_ascii_upper(Char c) {
  return is_ascii_lower(c) ? static_cast<Char>(c - ('a' - 'A')) : c;
}

/// A byte of UTF-8 that belongs to no ASCII character.
constexpr bool is_beyond_ascii(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}
/// A byte of a word of UTF-8, where every character beyond ASCII is taken for a part of words.
constexpr bool is_word_byte(char byte) {
  return is_ascii_letter_or_digit(byte) || is_beyond_ascii(byte);
}

inline bool has_ascii_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace opsg
