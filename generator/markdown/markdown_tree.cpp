#include "markdown_tree.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cmark_parser.h"
#include "inline_comments.h"
#include "parser_arena.h"

namespace opsg {
namespace {

std::string_view view(const char* text) {
  return text ? text : std::string_view();
}

/// Of nodes of extensions, which have numbers from when they were registered.
MarkdownKind kind_of_extension(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") return MarkdownKind::table;
  if (type == "table_row" || type == "table_header") return MarkdownKind::table_row;
  if (type == "table_cell") return MarkdownKind::table_cell;
  return MarkdownKind::strikethrough;
}

MarkdownKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return MarkdownKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return MarkdownKind::block_quote;
    case CMARK_NODE_LIST:
      return MarkdownKind::list;
    case CMARK_NODE_ITEM:
      return MarkdownKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return MarkdownKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return MarkdownKind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return MarkdownKind::paragraph;
    case CMARK_NODE_HEADING:
      return MarkdownKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return MarkdownKind::thematic_break;
    case CMARK_NODE_TEXT:
      return MarkdownKind::text;
    case CMARK_NODE_SOFTBREAK:
      return MarkdownKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return MarkdownKind::line_break;
    case CMARK_NODE_CODE:
      return MarkdownKind::code;
    case CMARK_NODE_HTML_INLINE:
      return MarkdownKind::html_inline;
    case CMARK_NODE_EMPH:
      return MarkdownKind::emphasis;
    case CMARK_NODE_STRONG:
      return MarkdownKind::strong;
    case CMARK_NODE_LINK:
      return MarkdownKind::link;
    case CMARK_NODE_IMAGE:
      return MarkdownKind::image;
    default:
      return kind_of_extension(node);
  }
}

/// What the two strings of a node are.
struct NodeStrings {
  std::string_view first;
  std::string_view second;

  std::size_t size() const { return first.size() + second.size(); }
};

NodeStrings strings_of(cmark_node* node, MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::link:
    case MarkdownKind::image:
      return {view(cmark_node_get_url(node)), view(cmark_node_get_title(node))};
    case MarkdownKind::code_block:
      return {view(cmark_node_get_literal(node)), view(cmark_node_get_fence_info(node))};
    case MarkdownKind::html_block:
    case MarkdownKind::text:
    case MarkdownKind::code:
    case MarkdownKind::html_inline:
      return {view(cmark_node_get_literal(node)), {}};
    default:
      return {};
  }
}

/// Text behind text, which is made one node with it.
bool joins_text(cmark_node* node) {
  cmark_node* before = cmark_node_previous(node);
  return before && cmark_node_get_type(node) == CMARK_NODE_TEXT &&
         cmark_node_get_type(before) == CMARK_NODE_TEXT;
}

/// The next node in the order of the text; null behind the last one. `climb` is called with each
/// node that ends before it.
template <class Climb>
cmark_node* next_in_text(cmark_node* node, Climb climb) {
  if (cmark_node* child = cmark_node_first_child(node)) return child;
  while (node) {
    climb(node);
    if (cmark_node* sibling = cmark_node_next(node)) return sibling;
    node = cmark_node_parent(node);
  }
  return nullptr;
}

}  // namespace

/// Copies cmark's tree, in two passes: the first one tells how much there is.
class MarkdownTreeBuilder {
 public:
  MarkdownTree build(cmark_node* root) {
    reserve(root);
    const auto climb = [&](cmark_node* ended) { leave(ended); };
    for (cmark_node* node = root; node; node = next_in_text(node, climb)) enter(node);
    return std::move(tree_);
  }

 private:
  struct OpenNode {
    std::uint32_t node = 0;
    std::uint32_t last_child = 0;  ///< 0 for none.
    int paragraphs = 0;            ///< Among the children.
  };

  void reserve(cmark_node* root) {
    std::size_t nodes = 0, bytes = 0;
    for (cmark_node* node = root; node; node = next_in_text(node, [](cmark_node*) {})) {
      if (!joins_text(node)) ++nodes;
      const MarkdownKind kind = kind_of(node);
      bytes += kind == MarkdownKind::table ? cmark_gfm_extensions_get_table_columns(node)
                                           : strings_of(node, kind).size();
    }
    tree_.nodes_ = std::make_unique<MarkdownNode[]>(nodes);
    tree_.strings_ = std::make_unique_for_overwrite<char[]>(bytes);
    strings_ = tree_.strings_.get();
  }

  void enter(cmark_node* source) {
    if (joins_text(source)) return append(cmark_node_get_literal(source));
    MarkdownNode& node = tree_.nodes_[count_];
    node.kind_ = kind_of(source);
    link(node);
    node.start_line_ = cmark_node_get_start_line(source);
    node.end_line_ = cmark_node_get_end_line(source);
    node.start_column_ = cmark_node_get_start_column(source);
    copy_strings(node, source);
    copy_attributes(node, source);
    open_.push_back({count_++});
  }

  void leave(cmark_node* source) {
    cmark_node* behind = cmark_node_next(source);
    if (behind && joins_text(behind)) return;
    MarkdownNode& node = tree_.nodes_[open_.back().node];
    node.size_ = count_ - open_.back().node;
    node.is_last_ = behind == nullptr;
    open_.pop_back();
  }

  void link(MarkdownNode& node) {
    if (open_.empty()) return;
    OpenNode& parent = open_.back();
    node.parent_ = count_ - parent.node;
    if (parent.last_child != 0) node.previous_ = count_ - parent.last_child;
    parent.last_child = count_;
    if (node.is(MarkdownKind::paragraph) && ++parent.paragraphs > 1) loosen_list_around(parent);
  }

  void loosen_list_around(const OpenNode& item) {
    MarkdownNode& node = tree_.nodes_[item.node];
    if (!node.is(MarkdownKind::item)) return;
    tree_.nodes_[item.node - node.parent_].flags_ |= MarkdownNode::kLoose;
  }

  void copy_strings(MarkdownNode& node, cmark_node* source) {
    const NodeStrings strings = strings_of(source, node.kind_);
    node.strings_ = strings_;
    node.first_size_ = static_cast<std::uint32_t>(strings.first.size());
    node.second_size_ = static_cast<std::uint32_t>(strings.second.size());
    strings_ = std::copy(strings.first.begin(), strings.first.end(), strings_);
    strings_ = std::copy(strings.second.begin(), strings.second.end(), strings_);
  }

  /// To the text that is open.
  void append(std::string_view text) {
    tree_.nodes_[open_.back().node].first_size_ += static_cast<std::uint32_t>(text.size());
    strings_ = std::copy(text.begin(), text.end(), strings_);
  }

  void copy_attributes(MarkdownNode& node, cmark_node* source) {
    switch (node.kind_) {
      case MarkdownKind::heading:
        node.number_ = cmark_node_get_heading_level(source);
        break;
      case MarkdownKind::list:
        return copy_list_attributes(node, source);
      case MarkdownKind::code_block:
        node.flags_ = is_fenced(source) ? MarkdownNode::kFenced : 0;
        break;
      case MarkdownKind::table:
        return copy_alignments(node, source);
      case MarkdownKind::table_row:
        node.flags_ =
            cmark_gfm_extensions_get_table_row_is_header(source) ? MarkdownNode::kHeader : 0;
        break;
      default:
        break;
    }
  }

  void copy_list_attributes(MarkdownNode& node, cmark_node* source) {
    node.number_ = cmark_node_get_list_start(source);
    if (cmark_node_get_list_type(source) == CMARK_ORDERED_LIST) {
      node.flags_ |= MarkdownNode::kOrdered;
    }
    if (cmark_node_get_list_delim(source) == CMARK_PAREN_DELIM) {
      node.flags_ |= MarkdownNode::kParentheses;
    }
  }

  void copy_alignments(MarkdownNode& node, cmark_node* source) {
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(source);
    node.first_size_ = cmark_gfm_extensions_get_table_columns(source);
    for (std::uint32_t i = 0; i < node.first_size_; ++i) {
      *strings_++ = alignments[i] ? static_cast<char>(alignments[i]) : '-';
    }
  }

  static bool is_fenced(cmark_node* source) {
    int length = 0, offset = 0;
    char character = 0;
    return cmark_node_get_fenced(source, &length, &offset, &character) != 0;
  }

  MarkdownTree tree_;
  std::vector<OpenNode> open_;
  std::uint32_t count_ = 0;
  char* strings_ = nullptr;  ///< Where the next ones go.
};

MarkdownTree parse_without_comments(std::string_view text) {
  if (text.find("<!--") == std::string_view::npos) return parse_markdown(text);
  const ParserMemory memory;
  cmark_node* const document = parse_with_cmark(text, needed_extensions(text), memory);
  drop_inline_comments(document);
  return MarkdownTreeBuilder().build(document);
}

MarkdownTree parse_markdown(std::string_view text) {
  const ParserMemory memory;  // which takes back all of the document
  return MarkdownTreeBuilder().build(parse_with_cmark(text, needed_extensions(text), memory));
}

}  // namespace opsg
