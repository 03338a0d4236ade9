#include "line_cursor.h"

#include <algorithm>

namespace opsg::restricted {
namespace {

constexpr std::size_t kTabStop = 4;
/// White space that wide behind an item's marker begins indented code instead.
constexpr std::size_t kCodeIndent = 5;

std::size_t tab_width(std::size_t column) {
  return kTabStop - column % kTabStop;
}

}  // namespace

std::size_t LineCursor::indent() const {
  std::size_t column = column_ + spare_;
  for (std::size_t at = offset_; at < line_.size(); ++at) {
    if (line_[at] != ' ' && line_[at] != '\t') break;
    column += line_[at] == '\t' ? tab_width(column) : 1;
  }
  return column - column_;
}

bool LineCursor::at_blank() const {
  return line_.find_first_not_of(" \t", offset_) == std::string_view::npos;
}

char LineCursor::next_visible() const {
  const std::size_t at = line_.find_first_not_of(" \t", offset_);
  return at == std::string_view::npos ? '\0' : line_[at];
}

void LineCursor::skip_columns(std::size_t columns) {
  while (columns > 0) {
    if (spare_ == 0) {
      if (offset_ >= line_.size()) return;
      if (line_[offset_] != ' ' && line_[offset_] != '\t') return;
      spare_ = line_[offset_] == '\t' ? tab_width(column_) : 1;
      ++offset_;
    }
    const std::size_t taken = std::min(columns, spare_);
    spare_ -= taken;
    column_ += taken;
    columns -= taken;
  }
}

void LineCursor::skip_bytes(std::size_t count) {
  offset_ += count;
  column_ += count;
}

bool LineCursor::skip_quote_marker() {
  if (next_visible() != '>' || indent() >= kTabStop) return false;
  skip_indent();
  skip_bytes(1);
  skip_columns(1);
  return true;
}

std::size_t LineCursor::skip_item_marker() {
  const std::size_t outer = column_;
  skip_indent();
  const std::size_t digits_end = line_.find_first_not_of("0123456789", offset_);
  const std::size_t marker_end = std::min(digits_end, line_.size() - 1) + 1;
  skip_bytes(std::min(marker_end, line_.size()) - offset_);
  const std::size_t marker = column_ - outer;
  const std::size_t space = indent();
  const std::size_t padding = at_blank() || space >= kCodeIndent ? 1 : space;
  skip_columns(padding);
  return marker + padding;
}

}  // namespace opsg::restricted
