#pragma once

#include "diagnostic.h"
#include "source_span.h"
#include "toml_value.h"

namespace opsg::restricted {

/// Checks the keys and types of a meeting.toml: `unknown-key`, `missing-key`, `wrong-type`, and for
/// dates and times written as text `date-unreadable`, `date-impossible`, `date-ambiguous`,
/// `time-unreadable`. Dates and times that can be read become TOML's own, so that readers see one
/// type; "TBC" and "N/A" stay as they are.
void check_meeting_facts(TomlTable& facts, const SourcePath& path, Diagnostics& diagnostics);

}  // namespace opsg::restricted
