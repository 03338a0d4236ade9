#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace opsg {

/// A set of bytes, and where in a text one of them is: one look-up for each byte of the text.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) has_[index(byte)] = true;
  }

  constexpr ByteSet& add_range(char first, char last) {
    for (std::size_t i = index(first); i <= index(last); ++i) has_[i] = true;
    return *this;
  }

  constexpr bool contains(char byte) const { return has_[index(byte)]; }

  /// The offset of the first byte from `from` on that is in the set; the text's size if none is.
  constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !contains(text[from])) ++from;
    return from;
  }

  /// Likewise of the first byte that is not in the set.
  constexpr std::size_t find_other(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && contains(text[from])) ++from;
    return from;
  }

 private:
  static constexpr std::size_t index(char byte) { return static_cast<unsigned char>(byte); }

  std::array<bool, 256> has_{};
};

/// The bytes of UTF-8's longer sequences.
inline constexpr ByteSet kBeyondAscii = ByteSet("").add_range('\x80', '\xFF');

}  // namespace opsg
