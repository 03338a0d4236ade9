#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "line_cursor.h"
#include "markdown_tree.h"
#include "source_lines.h"

namespace opsg::restricted {

enum class BlockKind {
  document,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  thematic_break,
  table,
  row,
  cell,
};

/// A block of a Markdown document, with the lines that the parser gives it, less blank lines at its
/// end.
struct Block {
  BlockKind kind = BlockKind::document;
  std::size_t parent = 0;        ///< The document is its own.
  std::size_t end = 0;           ///< Behind the last descendant.
  std::uint32_t first_line = 0;  ///< Zero where the parser knows none (a table's neighbour).
  std::uint32_t last_line = 0;
  std::size_t offset = 0;  ///< In bytes, of the text.
  int heading_level = 0;
  bool ordered = false;            ///< Of a list.
  bool fenced = false;             ///< Of a code block.
  std::string literal;             ///< Of a code or HTML block.
  std::vector<std::string> atoms;  ///< Literals of the code spans and comments inside.

  // Of a container (quote or item): where its content starts on its first line, and how many
  // columns its other lines are indented by, of an item.
  LineCursor content;
  std::size_t content_indent = 0;
};

/// The blocks of a Markdown text in document order, each before its children. The text is borrowed.
class BlockTree {
 public:
  explicit BlockTree(std::string_view text);
  /// `parsed` is the text as it was parsed already.
  BlockTree(std::string_view text, const MarkdownTree& parsed);

  const SourceLines& lines() const { return lines_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const Block& operator[](std::size_t block) const { return blocks_[block]; }
  std::size_t size() const { return blocks_.size(); }

  bool has_children(std::size_t block) const { return blocks_[block].end > block + 1; }
  bool is_first_child(std::size_t block) const { return blocks_[block].parent + 1 == block; }
  /// The next sibling; size() where there is none.
  std::size_t next_sibling(std::size_t block) const;
  /// The innermost quote or item around the block; 0 where there is none.
  std::size_t container_of(std::size_t block) const;

  /// Behind the markers and indents that a line has for a container (0: the document) and those
  /// around it. A lazy continuation line lacks some.
  LineCursor content_of(std::size_t container, std::uint32_t line) const;

  /// Whether nothing but white space and quote markers stands on the line.
  bool is_blank(std::uint32_t line) const;

 private:
  friend class BlockTreeBuilder;

  SourceLines lines_;
  std::vector<Block> blocks_;
};

}  // namespace opsg::restricted
