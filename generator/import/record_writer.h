#pragma once

#include <string>

#include "import_ledger.h"
#include "meeting_record.h"
#include "record_block.h"

namespace opsg::importing {

struct RecordHead {
  SaidLabel said;
  std::string status;     ///< "draft", "final"
  std::string statement;  ///< The handling statement; may be empty.
};

/// The finished document: front matter with an empty label, the blocks, and what is unresolved.
std::string write_record(const RecordHead& head, const RecordBlocks& blocks, ImportLedger& ledger);

}  // namespace opsg::importing
