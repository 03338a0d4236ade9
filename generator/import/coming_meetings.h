#pragma once

#include <string>

#include "import_ledger.h"
#include "meeting_record.h"

namespace opsg::importing {

/// Takes "Next main meeting: 2 February 2021; Next reporting meeting: ..." into the meeting's
/// facts. True where nothing else is said; a paragraph that says more stays in the text as well.
bool take_coming_meetings(const std::string& text, TextPlace place, MeetingRecord& meeting,
                          ImportLedger& ledger);

}  // namespace opsg::importing
