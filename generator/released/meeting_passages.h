#pragma once

#include "page_context.h"
#include "site_passages.h"

namespace opsg::released {

/// The facts of a meeting as its page and the calendar show them, and its attendance by rows.
void read_meeting_facts(const PageContext& context, const Meeting& meeting,
                        const PassageSink& sink);

/// The files that go with a meeting.
void read_attachments(const PageContext& context, const Meeting& meeting, const PassageSink& sink);

}  // namespace opsg::released
