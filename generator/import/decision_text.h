#pragma once

#include "decision_verbs.h"
#include "import_ledger.h"
#include "record_block.h"

namespace opsg::importing {

/// Makes the verbs of decisions bold, as records want them: those in capitals, or, in a document
/// that has none and none in bold, those whose subject is the committee, which is reported.
void mark_decisions(RecordBlocks& blocks, const DecisionVerbs& decisions, ImportLedger& ledger);

}  // namespace opsg::importing
