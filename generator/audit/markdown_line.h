#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace opsg::audit {

/// A line of Markdown, read from the left. Tabs go to the next fourth column.
class MarkdownLine {
 public:
  /// `offset`: the byte of the file at which the line begins.
  MarkdownLine(std::string_view text, std::uint32_t offset) : rest_(text), offset_(offset) {}

  /// Columns of white space ahead.
  std::size_t indent() const;
  void skip_columns(std::size_t columns);
  void skip_indent() { skip_columns(indent()); }

  bool is_blank() const;
  /// What has not been skipped, white space included.
  std::string_view rest() const { return rest_; }
  /// The byte of the file at which `rest` begins.
  std::uint32_t offset() const { return offset_; }

 private:
  std::string_view rest_;
  std::uint32_t offset_;
  std::size_t column_ = 0;
  std::size_t tab_columns_ = 0;  ///< Left over from a tab that was skipped in part.
};

struct ListMarker {
  std::size_t width = 0;       ///< Columns from the line's present place to the item's text.
  bool can_interrupt = false;  ///< A paragraph.
};

/// These look past up to three columns of indent.
std::optional<ListMarker> list_marker(const MarkdownLine& line);
bool is_quote(const MarkdownLine& line);
bool is_thematic_break(const MarkdownLine& line);
/// The number of '#'s; 0 for no heading.
std::size_t heading_rank(const MarkdownLine& line);
/// The fence that opens a code block ("```" or longer); empty for none.
std::string_view code_fence(const MarkdownLine& line);
bool closes_fence(const MarkdownLine& line, std::string_view fence);
/// "|---|:-:|", wherever it stands.
bool is_delimiter_row(std::string_view line);
/// Whether a container or leaf that can interrupt a paragraph begins here.
bool starts_block(const MarkdownLine& line);

}  // namespace opsg::audit
