#pragma once

#include <optional>
#include <string_view>

#include "diagnostic.h"
#include "document_text.h"
#include "extract_document.h"

namespace opsg::extraction {

/// Reads a PDF by poppler's pdftotext: its lines as they stand on the pages, with the cells of
/// tables parted by tabs. Bold, italics and addresses behind links are not read.
std::optional<importing::DocumentText> read_pdf_document(std::string_view bytes,
                                                         const SourcePath& name,
                                                         const ExtractionLimits& limits,
                                                         Diagnostics& diagnostics);

}  // namespace opsg::extraction
