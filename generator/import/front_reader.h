#pragma once

#include <string>

#include "attendance_reader.h"
#include "import_document.h"
#include "import_ledger.h"
#include "meeting_record.h"
#include "record_block.h"
#include "text_line.h"
#include "wrapping.h"

namespace opsg::importing {

/// What stands above a document's first agenda item.
struct DocumentFront {
  std::string kind;           ///< "headlines", "minutes": the name of the record's file.
  std::string status;         ///< "draft" or "final"
  RecordBlocks introduction;  ///< Paragraphs before the first item.
  TextLines body;             ///< The lines from the first item on.
};

/// Reads the meeting's facts and its attendance. What is missing is reported.
DocumentFront read_front(TextLines lines, const LineFlow& flow, const ImportRules& rules,
                         AttendanceReader& attendance, MeetingRecord& meeting,
                         ImportLedger& ledger);

}  // namespace opsg::importing
