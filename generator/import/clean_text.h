#pragma once

#include "document_text.h"
#include "import_ledger.h"
#include "text_line.h"

namespace opsg::importing {

/// The lines that hold text. Tracked links give way to their targets, HTML's tags and entities to
/// what they mean, and odd spaces and bullets to plain ones.
TextLines clean_text(const DocumentText& document, ImportLedger& ledger);

}  // namespace opsg::importing
