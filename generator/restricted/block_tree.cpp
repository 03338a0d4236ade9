#include "block_tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace opsg::restricted {
namespace {

constexpr std::array<std::pair<std::string_view, BlockKind>, 13> kKinds = {{
    {"document", BlockKind::document},
    {"block_quote", BlockKind::block_quote},
    {"list", BlockKind::list},
    {"item", BlockKind::item},
    {"code_block", BlockKind::code_block},
    {"html_block", BlockKind::html_block},
    {"paragraph", BlockKind::paragraph},
    {"heading", BlockKind::heading},
    {"thematic_break", BlockKind::thematic_break},
    {"table", BlockKind::table},
    {"table_header", BlockKind::row},
    {"table_row", BlockKind::row},
    {"table_cell", BlockKind::cell},
}};

BlockKind kind_of(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const auto& kind) { return kind.first == type; });
  return found == kKinds.end() ? BlockKind::html_block : found->second;
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

  void build(const CmarkDocument& document) {
    const CmarkIterator iterator(cmark_iter_new(document.get()));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (!is_block(node)) {
        if (event == CMARK_EVENT_ENTER) add_atom(node);
      } else if (event == CMARK_EVENT_EXIT) {
        close();
      } else {
        open(node);
      }
    }
  }

 private:
  void open(cmark_node* node) {
    Block block;
    block.kind = kind_of(node);
    block.parent = open_.empty() ? 0 : open_.back();
    set_place(block, node);
    block.heading_level = cmark_node_get_heading_level(node);
    block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (block.kind == BlockKind::code_block || block.kind == BlockKind::html_block) {
      block.literal = literal_of(node);
    }
    if (block.kind == BlockKind::code_block) {
      int length = 0, offset = 0;
      char character = 0;
      block.fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
    }
    if (is_container(block.kind)) set_content(block);

    const std::size_t index = tree_.blocks_.size();
    tree_.blocks_.push_back(std::move(block));
    tree_.blocks_.back().end = index + 1;
    if (!is_leaf(tree_.blocks_.back().kind)) open_.push_back(index);
  }

  /// Leaves that an iterator enters and does not exit.
  static bool is_leaf(BlockKind kind) {
    return kind == BlockKind::code_block || kind == BlockKind::html_block ||
           kind == BlockKind::thematic_break;
  }

  void close() {
    tree_.blocks_[open_.back()].end = tree_.blocks_.size();
    open_.pop_back();
  }

  void set_place(Block& block, cmark_node* node) {
    const SourceLines& lines = tree_.lines();
    const auto clamped = [&](int line) {
      return std::min(static_cast<std::uint32_t>(std::max(line, 0)), lines.count());
    };
    block.first_line = clamped(cmark_node_get_start_line(node));
    block.last_line = std::max(clamped(cmark_node_get_end_line(node)), block.first_line);
    while (block.last_line > block.first_line && tree_.is_blank(block.last_line)) {
      --block.last_line;
    }
    if (block.first_line == 0) return;
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
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

  void add_atom(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    const bool code = type == CMARK_NODE_CODE;
    if (!code && type != CMARK_NODE_HTML_INLINE) return;
    std::string literal = literal_of(node);
    if (code || literal.starts_with("<!--")) {
      tree_.blocks_[open_.back()].atoms.push_back(std::move(literal));
    }
  }

  BlockTree& tree_;
  std::vector<std::size_t> open_;
};

BlockTree::BlockTree(std::string_view text) : BlockTree(text, parse_markdown(text)) {}

BlockTree::BlockTree(std::string_view text, const CmarkDocument& parsed) : lines_(text) {
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
