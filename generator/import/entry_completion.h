#pragma once

#include "import_document.h"
#include "import_ledger.h"
#include "record_block.h"

namespace opsg::importing {

/// Once all blocks are there: parts decisions on a whole item from its last entry, and completes
/// entries with what their text and the item around them say.
void complete_entries(RecordBlocks& blocks, const ImportRules& rules, ImportLedger& ledger);

}  // namespace opsg::importing
