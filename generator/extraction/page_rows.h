#pragma once

#include <string>
#include <vector>

#include "page_layout.h"

namespace opsg::extraction {

/// A row of a table, or a line of running text as its only cell.
struct PageRow {
  std::vector<std::string> cells;  ///< One for each column up to the last that is not empty.
  bool after_gap = false;          ///< More space is above it than between lines of a paragraph.
};

/// Reads a page's tables out of where its words stand: columns by the gaps that lines have in
/// common, rows by the gaps between them, so that a cell of several lines is one. `pitch` is
/// line_pitch().
std::vector<PageRow> read_rows(const PageLines& lines, double pitch);

}  // namespace opsg::extraction
