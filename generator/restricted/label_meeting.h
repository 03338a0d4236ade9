#pragma once

#include <optional>

#include "gate.h"
#include "label_context.h"
#include "sources.h"

namespace opsg::restricted {

/// Reads a meeting.toml with all the labels in it. Nothing where it has none of its own that holds.
std::optional<LabelledMeeting> label_meeting(const SourceFile& file, const LabelContext& context);

}  // namespace opsg::restricted
