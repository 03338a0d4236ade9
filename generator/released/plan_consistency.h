#pragma once

#include "diagnostic.h"
#include "site.h"

namespace opsg::released {

/// Reports `announced-not-held`: a day for which a meeting was announced has passed without one, and
/// one that nobody announced was held near it. Calendars would show both.
void judge_plan(const Site& site, Diagnostics& diagnostics);

}  // namespace opsg::released
