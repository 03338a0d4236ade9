#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_tree.h"

namespace opsg::restricted {

/// A step of a walk through a parsed document.
struct OutlineToken {
  enum class Kind { open, close, leaf, text };
  Kind kind = Kind::text;
  std::string value;      ///< Of text: itself; of others: type and every attribute.
  bool block = false;     ///< Whether the node is a block, of `open` and `close`.
  int list_start = 0;     ///< Of an ordered list.
  std::size_t owner = 0;  ///< The innermost block, counted as in a BlockTree.

  friend bool operator==(const OutlineToken& a, const OutlineToken& b) {
    return a.kind == b.kind && a.value == b.value && a.list_start == b.list_start;
  }
};

/// What a Markdown text says, without how it is written. Whether a list is tight is left out (the
/// site derives it from the items), and so is whether a bare URL became a link.
using Outline = std::vector<OutlineToken>;

Outline outline_markdown(std::string_view text);
Outline outline_of(const MarkdownTree& parsed);

/// Adjacent text joined, and without the spaces at the ends of lines that the parser drops.
Outline normalized(Outline outline);

/// All text, code included, in one string.
std::string text_of(const Outline& outline);

}  // namespace opsg::restricted
