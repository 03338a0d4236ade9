#pragma once

#include <optional>
#include <string_view>

#include "diagnostic.h"
#include "document_text.h"
#include "extract_document.h"

namespace opsg::extraction {

/// Reads a Word file (.docx) by pandoc: a paragraph a line, with bold, italics and links, the
/// numbers that Word shows, and the words of page headers and footers. Pandoc is never shown the
/// file itself but one made anew of the parts that were unpacked within the limits.
std::optional<importing::DocumentText> read_word_document(std::string_view bytes,
                                                          const SourcePath& name,
                                                          const ExtractionLimits& limits,
                                                          Diagnostics& diagnostics);

}  // namespace opsg::extraction
