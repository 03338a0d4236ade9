#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "markdown_node.h"
#include "source_span.h"
#include "sources.h"

namespace opsg::released {

/// The lines of a fragment, and where in the source file they stand. Borrows the fragment.
class FragmentLines {
 public:
  FragmentLines(const Fragment& fragment, const SourcePath& path);

  /// The first line of a block, from its first character to the line's end.
  SourceSpan block_span(const MarkdownNode* block) const;
  /// A part of a line; all three count from 0.
  SourceSpan span(std::size_t line, std::size_t column, std::size_t length) const;
  std::span<const std::string_view> lines() const { return lines_; }

 private:
  friend class BlockCursor;

  std::size_t first_line(const MarkdownNode* block) const;
  std::size_t last_line(const MarkdownNode* block) const;
  std::size_t clamp(int line) const;

  std::vector<std::string_view> lines_;
  const std::vector<std::uint32_t>& original_lines_;
  SourcePath path_;
};

/// Finds places in a block, whose inlines the parser gives no columns for, by looking for their
/// text: each search begins where the last find ended.
class BlockCursor {
 public:
  BlockCursor(const FragmentLines& lines, const MarkdownNode* block);

  /// The place of `text`. Where the source writes it otherwise (escapes, entities, over several
  /// lines), the block's, and the cursor stays.
  SourceSpan find(std::string_view text);
  /// The same, but nothing where the source writes it otherwise.
  std::optional<SourceSpan> find_literal(std::string_view text);
  SourceSpan block_span() const { return lines_->block_span(block_); }

 private:
  const FragmentLines* lines_;
  const MarkdownNode* block_;
  std::size_t line_;
  std::size_t column_ = 0;
};

}  // namespace opsg::released
