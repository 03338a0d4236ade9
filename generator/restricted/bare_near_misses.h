#pragma once

#include <vector>

#include "scanned_block.h"

namespace opsg::restricted {

/// Names without brackets where a marking is at home: `AMBER: text`, `AMBER. text`, `"AMBER" text`,
/// `TLP:AMBER text` or `AMBER` alone where a block starts; in a heading also `AMBER items`,
/// `OPSG 41/02 AMBER: text`, `text - AMBER` and `text TLP:AMBER`.
std::vector<NearMiss> find_bare_near_misses(const ScannedBlock& block, std::size_t first);

}  // namespace opsg::restricted
