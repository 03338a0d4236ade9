#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_node.h"

namespace opsg::released {

/// The text of a block with what of its markup matters to a record. Offsets are bytes of `text`.
struct InlineText {
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::string text;
  std::vector<Range> bold;               ///< By their ends; one may lie in another.
  std::vector<std::size_t> line_starts;  ///< Where a line break (a space in `text`) ends.

  std::string_view bold_text(const Range& range) const {
    return std::string_view(text).substr(range.begin, range.end - range.begin);
  }
};

/// Blocks below the node are parted by a space. HTML has no text.
InlineText inline_text(const MarkdownNode* node);

/// The text of a node and all below it: no markup, soft and hard breaks as one space.
std::string plain_text(const MarkdownNode* node);

/// Whether words that the audience may not see stood here: nothing can be said of the text then.
bool has_redaction(std::string_view text);

}  // namespace opsg::released
