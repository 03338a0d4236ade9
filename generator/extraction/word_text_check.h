#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document_text.h"
#include "word_package.h"
#include "word_report.h"

namespace opsg::extraction {

/// What a person reads in a Word file, found without any knowledge of how its elements nest: every
/// text of the main part and its notes, by paragraph, and of its headers, footers and diagrams.
struct VisibleText {
  std::vector<std::string> paragraphs;  ///< Are to be read as often as they stand there.
  std::vector<std::string> furniture;   ///< Is to be read at all.
};

VisibleText find_visible_text(const WordParts& parts, const std::string& main);

/// Reports visible text that is neither in the document's lines nor told of. Whatever an element
/// unknown to us, or to pandoc, may have swallowed is seen here.
void report_lost_text(const VisibleText& visible, const importing::DocumentText& document,
                      WordReport& report);

}  // namespace opsg::extraction
