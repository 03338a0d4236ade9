#pragma once

#include <string_view>

#include "diagnostic.h"
#include "word_package.h"
#include "word_report.h"

namespace opsg::extraction {

/// Stands for a tab in text on its way through pandoc, which would make a space of it. Private use.
inline constexpr std::string_view kTabMark = "\xEE\x80\x80";  // U+E000

/// Makes the main part say in its text what Word shows beside it and pandoc leaves out: the numbers
/// of paragraphs, tabs, capitals, the words of drawings, and those of page headers (at its
/// beginning) and footers (at its end). Hidden text and deleted rows are taken out and reported, as
/// are the document's properties. False, with an error, where a part is damaged.
bool prepare_word(WordParts& parts, const std::string& main, const SourcePath& name,
                  WordReport& report, Diagnostics& diagnostics);

}  // namespace opsg::extraction
