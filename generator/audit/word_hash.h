#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace opsg::audit {

/// The letters and digits of ASCII that a text begins with, up to eight of them.
struct LetterBlock {
  static constexpr std::size_t kMost = 8;

  std::uint64_t folded = 0;  ///< In lower case, the first one in the lowest byte; 0 behind them.
  std::size_t count = 0;
  std::size_t digits = 0;  ///< How many of them.
};

/// All eight bytes are looked at together: the highest bit of each tells what it is.
inline LetterBlock letter_block(std::string_view text) {
  constexpr auto every_byte = [](std::uint64_t byte) { return byte * 0x0101010101010101u; };
  constexpr std::uint64_t kHighest = every_byte(0x80);
  std::uint64_t bytes = 0;
  if (text.size() >= LetterBlock::kMost) {
    std::memcpy(&bytes, text.data(), LetterBlock::kMost);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  } else {
    for (std::size_t i = 0; i < text.size(); ++i) {
      bytes |= std::uint64_t{static_cast<unsigned char>(text[i])} << 8 * i;
    }
  }
  const std::uint64_t ascii = bytes & ~kHighest;
  const std::uint64_t lower = ascii | every_byte(0x20);
  const auto is_between = [&](std::uint64_t byte, char first, char last) {
    const auto from = every_byte(0x80u - static_cast<unsigned char>(first));
    const auto behind = every_byte(0x7Fu - static_cast<unsigned char>(last));
    return (byte + from) & ~(byte + behind);
  };
  const std::uint64_t digits = is_between(ascii, '0', '9');
  const std::uint64_t others = (bytes | ~(digits | is_between(lower, 'a', 'z'))) & kHighest;
  const auto count_in = [&](std::uint64_t flags) { return (flags / 0x80 * every_byte(1)) >> 56; };
  if (others == 0) return {lower, LetterBlock::kMost, count_in(digits & kHighest)};
  // Everything below the first byte that is something else.
  const std::uint64_t before = (others & -others) / 0x80 - 1;
  const auto count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
  return {lower & before, count, count_in(digits & before & kHighest)};
}

/// The hash of a word, whose letters come one by one or in blocks. Words of up to seven letters of
/// ASCII all have different ones.
class WordHash {
 public:
  /// A letter in lower case: not 0.
  constexpr void add(char32_t letter) {
    if (letter < 0x80) return add(letter, 1);
    add(0xF8u | letter >> 18, 1);
    for (int shift : {12, 6, 0}) add(0x80u | (letter >> shift & 0x3Fu), 1);
  }
  constexpr void add(const LetterBlock& block) { add(block.folded, block.count); }

  constexpr std::uint64_t value() const { return mixed(state_ ^ block_); }

 private:
  static constexpr std::uint64_t mixed(std::uint64_t bits) {
    bits *= 0x9E3779B97F4A7C15u;
    return bits ^ bits >> 32;
  }

  /// Up to eight bytes, none of them 0.
  constexpr void add(std::uint64_t bytes, std::size_t count) {
    block_ |= bytes << 8 * held_;
    held_ += count;
    if (held_ < LetterBlock::kMost) return;
    held_ -= LetterBlock::kMost;
    state_ = mixed(state_ ^ block_);
    block_ = held_ == 0 ? 0 : bytes >> 8 * (count - held_);
  }

  std::uint64_t state_ = 0xCBF29CE484222325u;
  std::uint64_t block_ = 0;  ///< Bytes that are not in the state yet.
  std::size_t held_ = 0;     ///< How many these are.
};

}  // namespace opsg::audit
