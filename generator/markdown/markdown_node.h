#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace opsg {

enum class MarkdownKind : std::uint8_t {
  // Blocks.
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
  table_row,
  table_cell,
  // Inlines.
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
};

/// A node of a MarkdownTree, in the order of the text: what is below a node follows it. Borrows
/// from its tree.
class MarkdownNode {
 public:
  MarkdownKind kind() const { return kind_; }
  bool is(MarkdownKind kind) const { return kind_ == kind; }
  bool is_block() const { return kind_ < MarkdownKind::text; }
  /// Never with anything below it: a walk enters such a node and does not leave it.
  bool is_leaf() const;

  /// Null where there is none.
  const MarkdownNode* parent() const { return parent_ ? this - parent_ : nullptr; }
  const MarkdownNode* previous() const { return previous_ ? this - previous_ : nullptr; }
  const MarkdownNode* next() const { return is_last_ ? nullptr : this + size_; }
  const MarkdownNode* first_child() const { return size_ > 1 ? this + 1 : nullptr; }
  /// One behind the last node below this one.
  const MarkdownNode* end() const { return this + size_; }

  /// Of text, code and raw HTML: what it holds. Of a table: a character for each column, "lcr-",
  /// by how it is aligned. Else empty.
  std::string_view text() const { return takes_address() ? std::string_view() : first_string(); }
  /// Of a link or an image.
  std::string_view url() const { return takes_address() ? first_string() : std::string_view(); }
  std::string_view title() const { return takes_address() ? second_string() : std::string_view(); }
  /// Behind the fence of a code block.
  std::string_view info() const;

  /// From 1; 0 where the parser knows none, which is so of inlines.
  int start_line() const { return start_line_; }
  int end_line() const { return end_line_; }
  int start_column() const { return start_column_; }

  int heading_level() const { return is(MarkdownKind::heading) ? number_ : 0; }
  /// Where an ordered list begins; 0 of others.
  int list_start() const { return is(MarkdownKind::list) ? number_ : 0; }
  bool is_ordered() const { return has(kOrdered); }
  /// "1)" rather than "1."
  bool has_parentheses() const { return has(kParentheses); }
  /// Whether an item of the list holds more than one paragraph. (CommonMark 5.3 goes by blank
  /// lines, which what is taken out of a list would leave behind.)
  bool is_loose() const { return has(kLoose); }
  bool is_fenced() const { return has(kFenced); }
  bool is_header_row() const { return has(kHeader); }

 private:
  friend class MarkdownTreeBuilder;

  enum Flag : std::uint8_t {
    kOrdered = 1,
    kParentheses = 2,
    kLoose = 4,
    kFenced = 8,
    kHeader = 16,
  };

  bool has(Flag flag) const { return (flags_ & flag) != 0; }
  bool takes_address() const { return kind_ == MarkdownKind::link || kind_ == MarkdownKind::image; }
  std::string_view first_string() const { return {strings_, first_size_}; }
  std::string_view second_string() const { return {strings_ + first_size_, second_size_}; }

  const char* strings_ = nullptr;  ///< One behind the other.
  std::uint32_t first_size_ = 0;
  std::uint32_t second_size_ = 0;
  std::uint32_t size_ = 1;      ///< Of the node with all below it.
  std::uint32_t parent_ = 0;    ///< So many nodes before this one; 0 for none.
  std::uint32_t previous_ = 0;  ///< Likewise.
  std::int32_t start_line_ = 0;
  std::int32_t end_line_ = 0;
  std::int32_t start_column_ = 0;
  std::int32_t number_ = 0;
  MarkdownKind kind_ = MarkdownKind::document;
  std::uint8_t flags_ = 0;
  bool is_last_ = true;  ///< Of its siblings.
};

inline bool MarkdownNode::is_leaf() const {
  switch (kind_) {
    case MarkdownKind::html_block:
    case MarkdownKind::code_block:
    case MarkdownKind::thematic_break:
    case MarkdownKind::text:
    case MarkdownKind::soft_break:
    case MarkdownKind::line_break:
    case MarkdownKind::code:
    case MarkdownKind::html_inline:
      return true;
    default:
      return false;
  }
}

inline std::string_view MarkdownNode::info() const {
  return is(MarkdownKind::code_block) ? second_string() : std::string_view();
}

/// Of null, too, which is of no kind.
inline bool is_kind(const MarkdownNode* node, MarkdownKind kind) {
  return node && node->is(kind);
}

}  // namespace opsg
