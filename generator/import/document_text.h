#pragma once

#include <string>
#include <vector>

namespace opsg::importing {

/// One line of a document as its reader sees it, in the order of reading. UTF-8 without control
/// characters other than tabs, which part the cells of a table's row. `**bold**`, `*italics*` and
/// `[text](address)` mean what they mean in Markdown; nothing is escaped. A line may be a whole
/// paragraph. Lists' items begin with "- ", "• " or their number.
struct DocumentLine {
  std::string text;
  int page = 0;     ///< From 1; 0 where the file has no pages.
  int line = 0;     ///< From 1, in the file or in its extraction: for messages.
  int heading = 0;  ///< 1 to 6 where the file's own format says that it is a heading; else 0.
};

/// Whether a paragraph may go on in the next line.
enum class Wrapping { unknown, wrapped, unwrapped };

/// What was read out of one file, before anything is understood. Empty lines stand where the file
/// or its layout has them.
struct DocumentText {
  std::string file;  ///< As messages call it.
  std::vector<DocumentLine> lines;
  Wrapping wrapping = Wrapping::unknown;  ///< Unknown: judged by the lines.
  /// What the document shows or carries beside its lines: properties, comments, hidden and deleted
  /// text. None of it gets into the record but where it names a level.
  std::vector<std::string> asides;
};

}  // namespace opsg::importing
