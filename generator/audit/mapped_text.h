#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::audit {

/// Text that was taken out of a file, with the byte of the file that each of its bytes came from.
struct MappedText {
  std::string bytes;
  std::vector<std::uint32_t> origins;  ///< One for each byte.

  void push(char c, std::uint32_t origin) {
    bytes += c;
    origins.push_back(origin);
  }
  /// Text that stands in the file as it is, from `origin` on.
  void append(std::string_view text, std::uint32_t origin);
  /// Bytes [begin, end) of another text.
  void append(const MappedText& text, std::size_t begin, std::size_t end);
  std::uint32_t origin(std::size_t at) const { return origins[at]; }
};

/// The whole of a file, or of a string that is no file.
MappedText whole_text(std::string_view bytes);

/// Bytes [begin, end).
MappedText part_of(const MappedText& text, std::size_t begin, std::size_t end);

/// Undoes entities, percent-encoding and the escapes of JSON, one inside another up to three deep.
/// What is no escape stays as it is.
MappedText decode_escapes(MappedText text);

/// Joins lines that iCalendar has folded (RFC 5545, 3.1).
MappedText unfold_lines(const MappedText& text);

}  // namespace opsg::audit
