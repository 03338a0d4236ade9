#include "fragment_lines.h"

#include <algorithm>

#include "text.h"

namespace opsg::released {

FragmentLines::FragmentLines(const Fragment& fragment, const SourcePath& path)
    : lines_(split_lines(fragment.text)), original_lines_(fragment.original_lines), path_(path) {
  // What follows reads a line for every block, also where there is none.
  if (lines_.empty()) lines_.emplace_back();
}

/// The parser counts a lone carriage return as a line's end and knows no line of some nodes.
std::size_t FragmentLines::clamp(int line) const {
  const auto last = static_cast<int>(lines_.size());
  return static_cast<std::size_t>(std::clamp(line, 1, last) - 1);
}

std::size_t FragmentLines::first_line(const MarkdownNode* block) const {
  return clamp(block->start_line());
}

std::size_t FragmentLines::last_line(const MarkdownNode* block) const {
  return std::max(first_line(block), clamp(block->end_line()));
}

SourceSpan FragmentLines::span(std::size_t line, std::size_t column, std::size_t length) const {
  const std::uint32_t original = line < original_lines_.size() ? original_lines_[line] : 0;
  return {path_, original, static_cast<std::uint32_t>(column + 1),
          static_cast<std::uint32_t>(length)};
}

SourceSpan FragmentLines::block_span(const MarkdownNode* block) const {
  const std::size_t line = first_line(block);
  const std::string_view text = trim_right(lines_[line]);
  const int start = std::max(block->start_column(), 1) - 1;
  const std::size_t column = std::min(static_cast<std::size_t>(start), text.size());
  return span(line, column, text.size() - column);
}

BlockCursor::BlockCursor(const FragmentLines& lines, const MarkdownNode* block)
    : lines_(&lines), block_(block), line_(lines.first_line(block)) {}

std::optional<SourceSpan> BlockCursor::find_literal(std::string_view text) {
  std::size_t column = column_;
  for (std::size_t line = line_; line <= lines_->last_line(block_) && !text.empty(); ++line) {
    const std::size_t at = lines_->lines_[line].find(text, column);
    if (at != std::string_view::npos) {
      line_ = line;
      column_ = at + text.size();
      return lines_->span(line, at, text.size());
    }
    column = 0;
  }
  return std::nullopt;
}

SourceSpan BlockCursor::find(std::string_view text) {
  const auto found = find_literal(text);
  return found ? *found : block_span();
}

}  // namespace opsg::released
