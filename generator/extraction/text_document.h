#pragma once

#include <optional>
#include <string_view>

#include "diagnostic.h"
#include "document_text.h"

namespace opsg::extraction {

/// Reads a text file: lines as they stand, a form feed beginning a new page.
importing::DocumentText read_text_document(std::string_view bytes, const SourcePath& name,
                                           Diagnostics& diagnostics);

}  // namespace opsg::extraction
