#pragma once

#include <string>
#include <vector>

namespace opsg::extraction {

/// A part of a page: points, counted from its top left corner.
struct PageBox {
  double left = 0, top = 0, right = 0, bottom = 0;

  double height() const { return bottom - top; }
};

struct PageWord {
  PageBox box;
  std::string text;
};

/// Words that stand on one line of a page, from left to right.
struct PageLine {
  std::vector<PageWord> words;
  PageBox box;
};

using PageLines = std::vector<PageLine>;

/// The lines of a page from top to bottom.
PageLines arrange_lines(std::vector<PageWord> words);

/// How far below each other the lines of running text stand, as a multiple of their height.
double line_pitch(const std::vector<PageLines>& pages);

}  // namespace opsg::extraction
