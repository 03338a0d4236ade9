#pragma once

#include <string_view>

#include "import_document.h"
#include "import_ledger.h"
#include "record_block.h"

namespace opsg::importing {

/// Whether the paragraph begins with the committee and a verb of decisions, in bold or capitals.
bool is_decision(std::string_view text, const ImportRules& rules);
/// "The OPSG:", alone or at a paragraph's end.
bool introduces_decisions(std::string_view text, const ImportRules& rules);

/// Makes the verbs of decisions bold, as records want them: those in capitals, or, in a document
/// that has none and none in bold, those whose subject is the committee, which is reported.
void mark_decisions(RecordBlocks& blocks, const ImportRules& rules, ImportLedger& ledger);

}  // namespace opsg::importing
