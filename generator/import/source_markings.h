#pragma once

#include "banner.h"
#include "import_ledger.h"
#include "policy.h"
#include "record_block.h"

namespace opsg::importing {

/// These bytes stand before a bracket of a block's text: it is escaped, or it is left as it is.
inline constexpr char kEscapedBracket = '\x02';
inline constexpr char kPlainBracket = '\x03';

/// Reports what reads as a marking in the document's text: "(AMBER)", "[AMBER: ...]". Markings that
/// are more closed than what the banner says stay markings; the others, which could only open what
/// the record's label closes, become plain text.
void judge_source_markings(RecordBlocks& blocks, const Policy& policy, const Banner& banner,
                           ImportLedger& ledger);

}  // namespace opsg::importing
