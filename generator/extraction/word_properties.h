#pragma once

#include "diagnostic.h"
#include "word_package.h"
#include "word_report.h"

namespace opsg::extraction {

/// Reports what the file says of itself beside its text: title, authors, labels of other programs.
/// None of it is taken over; their values are asides.
void report_properties(const WordParts& parts, const SourcePath& name, WordReport& report,
                       Diagnostics& diagnostics);

}  // namespace opsg::extraction
