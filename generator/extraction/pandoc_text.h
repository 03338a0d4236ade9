#pragma once

#include <string>

#include "diagnostic.h"
#include "document_builder.h"

namespace opsg::extraction {

/// Reads the lines of a document out of pandoc's JSON, a paragraph each: tables as rows, emphasis
/// and links as Markdown has them. Tracked changes are read as if accepted and reported with their
/// lines, as are comments and pictures, which have no words. False where it is no such JSON.
bool read_pandoc_text(const std::string& json, const SourcePath& name, DocumentBuilder& builder,
                      Diagnostics& diagnostics);

}  // namespace opsg::extraction
