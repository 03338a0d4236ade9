#pragma once

#include <string_view>

#include "level_names.h"

namespace opsg::restricted {

/// Whether anything in the text, code included, could be a marking or a near-miss. False only where
/// no block of the text holds either.
bool mentions_marking(std::string_view text, const LevelNames& names);

}  // namespace opsg::restricted
