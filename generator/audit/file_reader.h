#pragma once

#include "meeting_labels.h"
#include "passages.h"

namespace opsg::audit {

/// What one file of the tree holds, with its name.
FileReading read_file(const SourceFile& file, const TreeFacts& facts, const ReadingScope& scope);

}  // namespace opsg::audit
