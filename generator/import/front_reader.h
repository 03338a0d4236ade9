#pragma once

#include <string>
#include <string_view>

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
  std::string kind;    ///< "headlines", "minutes": the name of the record's file; may be empty.
  std::string status;  ///< "draft" or "final"
  RecordBlocks introduction;  ///< Paragraphs before the first item.
  TextLines body;             ///< The lines from the first item on.
};

/// Reads the meeting's facts and its attendance. What is missing is reported. What kind of document
/// it is, its file's name may say.
DocumentFront read_front(TextLines lines, std::string_view file, const LineFlow& flow,
                         const ImportRules& rules, AttendanceReader& attendance,
                         MeetingRecord& meeting, ImportLedger& ledger);

}  // namespace opsg::importing
