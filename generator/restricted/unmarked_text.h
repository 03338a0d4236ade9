#pragma once

#include <string_view>

#include "level_names.h"

namespace opsg::restricted {

/// Whether a look at the characters alone shows that there is no marking and no near-miss in a
/// Markdown text or in any part of it, and no HTML or fence that could hide one: then nobody needs
/// to parse it. False says nothing.
bool is_plainly_unmarked(std::string_view text, const LevelNames& names);

}  // namespace opsg::restricted
