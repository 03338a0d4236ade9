#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source_lines.h"
#include "sources.h"

namespace opsg::restricted {

/// Puts `text` in the place of the bytes from `begin` up to `end`.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

/// Lines of a text, both inclusive and counted from 1.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 0;
};

/// The lines of the text with the edits made: of edits that overlap, the one that begins first, or
/// else reaches further, and of equal ones the first, is made and the others are dropped.
/// Insertions at one place keep their order. `first_line` is the line of the file for the text's
/// first.
Fragment apply_edits(const SourceLines& lines, LineRange range, std::vector<TextEdit> edits,
                     std::uint32_t first_line);

}  // namespace opsg::restricted
