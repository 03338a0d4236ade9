#include "block_tree.h"

#include <algorithm>
#include <utility>

#include "markdown_walk.h"

namespace opsg::restricted {
namespace {

BlockKind kind_of(const MarkdownNode* node) {
  switch (node->kind()) {
    case MarkdownKind::document:
      return BlockKind::document;
    case MarkdownKind::block_quote:
      return BlockKind::block_quote;
    case MarkdownKind::list:
      return BlockKind::list;
    case MarkdownKind::item:
      return BlockKind::item;
    case MarkdownKind::code_block:
      return BlockKind::code_block;
    case MarkdownKind::paragraph:
      return BlockKind::paragraph;
    case MarkdownKind::heading:
      return BlockKind::heading;
    case MarkdownKind::thematic_break:
      return BlockKind::thematic_break;
    case MarkdownKind::table:
      return BlockKind::table;
    case MarkdownKind::table_row:
      return BlockKind::row;
    case MarkdownKind::table_cell:
      return BlockKind::cell;
    default:
      return BlockKind::html_block;
  }
}

bool is_container(BlockKind kind) {
  return kind == BlockKind::block_quote || kind == BlockKind::item;
}

bool skip_prefix(const Block& container, LineCursor& cursor) {
  if (container.kind == BlockKind::block_quote) return cursor.skip_quote_marker();
  if (cursor.indent() < container.content_indent && !cursor.at_blank()) return false;
  cursor.skip_columns(container.content_indent);
  return true;
}

}  // namespace

class BlockTreeBuilder {
 public:
  explicit BlockTreeBuilder(BlockTree& tree) : tree_(tree) {}

  void build(const MarkdownTree& parsed) {
    for (MarkdownWalk walk(parsed.root()); walk.next();) {
      const MarkdownNode* node = walk.node();
      if (!node->is_block()) {
        if (walk.entering()) add_atom(node);
      } else if (walk.entering()) {
        open(node);
      } else {
        close();
      }
    }
  }

 private:
  void open(const MarkdownNode* node) {
    Block block;
    block.kind = kind_of(node);
    block.parent = open_.empty() ? 0 : open_.back();
    set_place(block, node);
    block.heading_level = node->heading_level();
    block.ordered = node->is_ordered();
    block.fenced = node->is_fenced();
    if (block.kind == BlockKind::code_block || block.kind == BlockKind::html_block) {
      block.literal = node->text();
    }
    if (is_container(block.kind)) set_content(block);

    const std::size_t index = tree_.blocks_.size();
    tree_.blocks_.push_back(std::move(block));
    tree_.blocks_.back().end = index + 1;
    if (!node->is_leaf()) open_.push_back(index);
  }

  void close() {
    tree_.blocks_[open_.back()].end = tree_.blocks_.size();
    open_.pop_back();
  }

  void set_place(Block& block, const MarkdownNode* node) {
    const SourceLines& lines = tree_.lines();
    const auto clamped = [&](int line) {
      return std::min(static_cast<std::uint32_t>(std::max(line, 0)), lines.count());
    };
    block.first_line = clamped(node->start_line());
    block.last_line = std::max(clamped(node->end_line()), block.first_line);
    while (block.last_line > block.first_line && tree_.is_blank(block.last_line)) {
      --block.last_line;
    }
    if (block.first_line == 0) return;
    const auto column = static_cast<std::size_t>(std::max(node->start_column(), 1));
    block.offset =
        std::min(lines.begin(block.first_line) + column - 1, lines.end(block.first_line));
  }

  void set_content(Block& block) {
    block.content = tree_.content_of(enclosing_container(block), block.first_line);
    if (block.kind == BlockKind::block_quote) {
      block.content.skip_quote_marker();
    } else {
      block.content_indent = block.content.skip_item_marker();
    }
  }

  std::size_t enclosing_container(const Block& block) const {
    const std::size_t parent = block.parent;
    return parent == 0 || is_container(tree_[parent].kind) ? parent : tree_.container_of(parent);
  }

  void add_atom(const MarkdownNode* node) {
    const bool is_comment = node->is(MarkdownKind::html_inline) && node->text().starts_with("<!--");
    if (is_comment || node->is(MarkdownKind::code)) {
      tree_.blocks_[open_.back()].atoms.emplace_back(node->text());
    }
  }

  BlockTree& tree_;
  std::vector<std::size_t> open_;
};

BlockTree::BlockTree(std::string_view text) : BlockTree(text, parse_markdown(text)) {}

BlockTree::BlockTree(std::string_view text, const MarkdownTree& parsed) : lines_(text) {
  BlockTreeBuilder(*this).build(parsed);
}

std::size_t BlockTree::next_sibling(std::size_t block) const {
  const std::size_t next = blocks_[block].end;
  return block != 0 && next < blocks_[blocks_[block].parent].end ? next : size();
}

std::size_t BlockTree::container_of(std::size_t block) const {
  std::size_t container = blocks_[block].parent;
  while (container != 0 && !is_container(blocks_[container].kind)) {
    container = blocks_[container].parent;
  }
  return container;
}

LineCursor BlockTree::content_of(std::size_t container, std::uint32_t line) const {
  std::vector<std::size_t> inside;
  while (container != 0 && blocks_[container].first_line != line) {
    inside.push_back(container);
    container = container_of(container);
  }
  LineCursor cursor = container == 0 ? LineCursor(lines_[line]) : blocks_[container].content;
  for (auto at = inside.rbegin(); at != inside.rend(); ++at) {
    if (!skip_prefix(blocks_[*at], cursor)) break;
  }
  return cursor;
}

bool BlockTree::is_blank(std::uint32_t line) const {
  return lines_[line].find_first_not_of(" \t>") == std::string_view::npos;
}

}  // namespace opsg::restricted
