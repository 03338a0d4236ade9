#pragma once

#include "diagnostic.h"
#include "site.h"

namespace opsg::released {

/// Where the headlines of a meeting and its minutes say different things of the same:
/// `headlines-differ`, a warning with both places. Looked at are the numbers and titles of agenda
/// items, and the figures of sentences that say much the same in the same item. What only one of
/// the two says is no difference: headlines are short.
void judge_headlines(const Meeting& meeting, const Site& site, Diagnostics& diagnostics);

}  // namespace opsg::released
