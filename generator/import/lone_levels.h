#pragma once

#include "document_text.h"
#include "level_finder.h"

namespace opsg::importing {

/// Levels whose names are all that a line of the document says, or a cell of a table. Where a
/// column rates its rows (red, amber, green) it says nothing of who may read them; one that labels
/// its rows is the gate's to judge.
NamedLevels find_lone_levels(const DocumentText& document, const LevelFinder& finder);

}  // namespace opsg::importing
