#pragma once

#include <string>
#include <vector>

namespace opsg::importing {

/// Where a text stands in its document. Line 0: the document as a whole.
struct TextPlace {
  int page = 0;
  int line = 0;
};

/// A line with text in it, cleaned of what its file's format left there.
struct TextLine {
  std::string text;  ///< Cells are parted by '\t', paragraphs within a cell by '\n'.
  TextPlace place;
  int heading = 0;            ///< As in DocumentLine.
  bool blank_before = false;  ///< An empty line stood before it.
  bool break_before = false;  ///< A page's end stood before it, or what is printed there.
  bool gap_at_end =
      false;  ///< Two spaces or more ended it: extracted text often ends paragraphs so.

  bool is_row() const { return text.find('\t') != std::string::npos; }
};

using TextLines = std::vector<TextLine>;

}  // namespace opsg::importing
