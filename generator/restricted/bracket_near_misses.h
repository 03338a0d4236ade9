#pragma once

#include <cstddef>
#include <vector>

#include "scanned_block.h"

namespace opsg::restricted {

/// What of a block's brackets could be meant as a marking: `(AMBR)`, `[AMBER]`, `(SECAS/AMBER)`,
/// `[End of AMBER]`, `AMBER) text`. Brackets at the offsets `taken`, which are sorted, are judged
/// already.
std::vector<NearMiss> find_bracket_near_misses(const ScannedBlock& block,
                                               const std::vector<std::size_t>& taken);

}  // namespace opsg::restricted
