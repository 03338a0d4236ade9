#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "block_tree.h"
#include "marking_scanner.h"

namespace opsg::restricted {

/// Text of a document in one piece, free of its containers' prefixes, that knows where it stood.
class InlineText {
 public:
  InlineText(std::size_t block, TextPlace place) : block_(block), place_(place) {}

  /// Appends a stretch of the source, on a line of its own.
  void add_line(std::string_view stretch, std::size_t source_offset);

  std::size_t block() const { return block_; }
  TextPlace place() const { return place_; }
  const std::string& text() const { return text_; }
  /// Where in the source a byte of the text stands.
  std::size_t source(std::size_t offset) const;
  /// Where in the source a stretch of the text that ends before `offset` ends.
  std::size_t source_end(std::size_t offset) const;

 private:
  struct Piece {
    std::size_t text_begin;
    std::size_t source_begin;
  };

  std::size_t block_;
  TextPlace place_;
  std::string text_;
  std::vector<Piece> pieces_;
};

/// Every text of the document that can reach a reader, but for fenced code: of paragraphs,
/// headings, cells, HTML and indented code, and the lines that are no block's (link definitions).
std::vector<InlineText> inline_texts(const BlockTree& tree);

/// The text of a paragraph or heading.
InlineText inline_text(const BlockTree& tree, std::size_t block);

/// Whether the heading is underlined instead of opened by '#' (CommonMark 4.3).
bool is_setext_heading(const BlockTree& tree, std::size_t block);

}  // namespace opsg::restricted
