#pragma once

#include "diagnostic.h"
#include "portions.h"
#include "toml_value.h"

namespace opsg::restricted {

/// Markings cover Markdown only: a string of TOML that looks marked, "(AMBER) ...",
/// "[AMBER: ...]", "AMBER: ..." or "... - AMBER", is reported as `marking-in-toml`, for its writer
/// believes it to be withheld. False where anything was.
bool check_no_markings(const TomlTable& table, const MarkingContext& context,
                       Diagnostics& diagnostics);

}  // namespace opsg::restricted
