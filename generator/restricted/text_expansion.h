#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace opsg::restricted {

/// A part of a Markdown text that the parser would make many times as large.
struct TextExpansion {
  std::size_t offset = 0;  ///< In bytes of the text, of the line that is repeated.
  std::string message;
  std::string help;
};

/// Where a text would take more memory than any record needs, before it is parsed: cmark-gfm fills
/// each row of a table up to the width of its header (GFM 4.10), and copies the address and title
/// of a link's definition for each reference to it (CommonMark 6.3). Judged by upper bounds: bars
/// and brackets anywhere count.
std::optional<TextExpansion> find_expansion(std::string_view text);

}  // namespace opsg::restricted
