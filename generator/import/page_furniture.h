#pragma once

#include "import_ledger.h"
#include "text_line.h"

namespace opsg::importing {

/// Takes out what is printed on every page: page numbers, and lines that are the same but for their
/// digits at the edges of pages or, where the pages are not known, in the middle of sentences. The
/// line after one has `break_before`.
void take_page_furniture(TextLines& lines, ImportLedger& ledger);

}  // namespace opsg::importing
