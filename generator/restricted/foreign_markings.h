#pragma once

#include <vector>

#include "scanned_block.h"

namespace opsg::restricted {

/// Markings of other schemes than the policy's where a marking is at home: `RESTRICTED: text`,
/// `(OFFICIAL-SENSITIVE) text` or `CONFIDENTIAL` alone where a block starts, `title (SECRET)`,
/// `A sentence. CONFIDENTIAL`.
std::vector<NearMiss> find_foreign_markings(const ScannedBlock& block, std::size_t first);

}  // namespace opsg::restricted
