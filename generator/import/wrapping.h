#pragma once

#include <cstddef>
#include <string>

#include "document_text.h"
#include "text_line.h"

namespace opsg::importing {

/// How the document's lines make paragraphs.
struct LineFlow {
  bool wrapped = false;           ///< A paragraph may go on in the next line.
  bool blank_lines_tell = false;  ///< An empty line ends a paragraph.
  std::size_t width = 0;          ///< In characters; of a full line.
};

LineFlow judge_flow(const TextLines& lines, Wrapping wrapping);

/// Whether the line goes on with the paragraph whose last line `previous` is, as far as length and
/// punctuation tell: not where the previous line ends a sentence and had room for a word more.
bool goes_on(const TextLine& previous, const TextLine& line, const LineFlow& flow);

/// The texts as one: with a space between them, or none behind a hyphen that ends a line.
void join_text(std::string& text, const std::string& next);

}  // namespace opsg::importing
