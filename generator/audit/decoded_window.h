#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::audit {

/// The bytes of a file with their escapes undone as `decode_escapes` does, of which only the part
/// that is being read is held.
class DecodedWindow {
 public:
  /// `piece`: about how many bytes of the file are decoded at a time. Borrows the file.
  DecodedWindow(std::string_view file, std::size_t piece) : file_(file), piece_(piece) {}

  /// Decodes another piece; false at the end of the file.
  bool extend();
  /// Where the next piece ends: before a character that no escape and no code point holds.
  std::size_t piece_end() const;
  /// Decodes what is left before such a place, or before the begin of a line.
  void extend_to(std::size_t end);
  /// Leaves it out.
  void skip_to(std::size_t end) { next_ = end; }
  /// The place in the file behind what has been decoded.
  std::size_t next() const { return next_; }
  /// Forgets the first bytes.
  void drop(std::size_t count);

  std::string_view bytes() const { return bytes_; }
  /// How many bytes came before those in the window.
  std::size_t dropped() const { return dropped_; }
  /// Whether the byte stands for itself, and not for an escape.
  bool is_raw(std::size_t at) const { return marks_[at] == kRaw; }

 private:
  static constexpr std::uint8_t kRaw = 0;
  static constexpr std::uint8_t kDecoded = 1;

  void append_raw(std::size_t end);
  void append_decoded(std::size_t end);

  std::string_view file_;
  std::size_t piece_;
  std::size_t next_ = 0;  ///< The first byte of the file that has not been decoded.
  std::size_t dropped_ = 0;
  std::string bytes_;
  std::vector<std::uint8_t> marks_;  ///< kRaw or kDecoded for each byte.
};

}  // namespace opsg::audit
