#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mapped_text.h"
#include "policy.h"

namespace opsg::audit {

/// A part of a block that is marked `[AMBER: ...]`; bytes of the file, brackets left out.
struct MarkedSpan {
  Level level;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A leaf block of Markdown, taken apart as pages show it: a link's target does not stand between
/// the words around it.
struct LeafText {
  MappedText text;
  std::vector<MarkedSpan> spans;
  std::vector<MappedText> targets;     ///< Of links and images.
  std::vector<MappedText> side_texts;  ///< Titles and alt texts.
};

/// `block`: the lines of one block, with the bytes of the file that they stand at.
LeafText read_leaf_text(const MappedText& block, const Policy& policy);

/// The level of a marking "(AMBER)" at the start of the text, and how many bytes it takes.
struct Marking {
  Level level;
  std::size_t length = 0;
};
std::optional<Marking> leading_marking(std::string_view text, const Policy& policy);
/// The same at the end: `length` bytes from there.
std::optional<Marking> trailing_marking(std::string_view text, const Policy& policy);

}  // namespace opsg::audit
