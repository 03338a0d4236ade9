#pragma once

#include <string_view>

#include "planned_files.h"

namespace opsg::released {

inline constexpr std::string_view kCalendarPath = "calendar.ics";

/// calendar.ics: every meeting held, coming or cancelled (planned_meetings()). The context's links
/// must be absolute.
///
/// A UID is "<kind>.<day>@<host>", of what the meeting was first planned as: it stays when the
/// meeting is moved, cancelled, or gets a code and a record. SEQUENCE is the number of revisions.
/// DTSTAMP is the day of the latest meeting that says anything of it, so that no clock is asked.
RenderedFile meeting_calendar(const PageContext& context);
PlannedFiles plan_meeting_calendar();

}  // namespace opsg::released
