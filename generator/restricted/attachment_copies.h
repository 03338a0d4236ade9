#pragma once

#include <set>
#include <vector>

#include "gate.h"
#include "portions.h"
#include "sources.h"

namespace opsg::restricted {

/// Reports `attachment-label-differs` where the meetings list the same bytes with two labels, under
/// whatever names. The files that are listed as more open than a copy of theirs, whose labels are
/// not to be trusted. A label that is its meeting's own makes no copy more closed: nothing more
/// open may be listed there, so that it tells of the meeting, not of the bytes.
std::set<SourcePath> check_attachment_copies(const std::vector<LabelledMeeting>& meetings,
                                             const SourceTree& tree, const MarkingContext& context,
                                             Diagnostics& diagnostics);

}  // namespace opsg::restricted
