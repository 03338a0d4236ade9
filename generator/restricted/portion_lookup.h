#pragma once

#include <cstdint>
#include <vector>

#include "portions.h"

namespace opsg::restricted {

/// The portions that hold a place of the document, the document first and the innermost last.
std::vector<const Portion*> portions_at(const PortionMap& map, std::uint32_t line,
                                        std::uint32_t column);

/// The level of the innermost of them.
Level level_at(const PortionMap& map, std::uint32_t line, std::uint32_t column);

}  // namespace opsg::restricted
