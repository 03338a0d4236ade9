#pragma once

#include <cstddef>
#include <string_view>

namespace opsg::restricted {

/// Reads the markers of containers at the start of a line as CommonMark does (2.2, 5.1, 5.2): in
/// columns, with tab stops of 4, so that a tab can belong in part to a marker and in part to text.
class LineCursor {
 public:
  LineCursor() = default;
  explicit LineCursor(std::string_view line) : line_(line) {}

  std::size_t offset() const { return offset_; }
  /// Columns of the tab behind the cursor that are still to be read.
  std::size_t spare_columns() const { return spare_; }
  /// Columns of white space ahead.
  std::size_t indent() const;
  bool at_blank() const;
  char next_visible() const;

  void skip_indent() { skip_columns(indent()); }
  /// At most as many columns of white space as there are.
  void skip_columns(std::size_t columns);

  /// `> `, after up to three spaces.
  bool skip_quote_marker();
  /// `- ` or `12. `, and what belongs to it of the space before and behind. Returns the columns
  /// that the item's other lines must be indented by.
  std::size_t skip_item_marker();

 private:
  void skip_bytes(std::size_t count);

  std::string_view line_;
  std::size_t offset_ = 0;
  std::size_t column_ = 0;
  std::size_t spare_ = 0;
};

}  // namespace opsg::restricted
