#pragma once

#include <vector>

#include "page_context.h"
#include "passage.h"

namespace opsg::released {

/// Appends the facts of a meeting as its page and the calendar show them, its attendance by rows,
/// and its attachments.
void append_meeting_passages(std::vector<Passage>& passages, const PageContext& context,
                             const Meeting& meeting);

}  // namespace opsg::released
