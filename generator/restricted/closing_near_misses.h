#pragma once

#include <vector>

#include "scanned_block.h"

namespace opsg::restricted {

/// A level's name behind the text that it could be meant to mark, at the end of a paragraph or
/// cell: `text - AMBER`, `A sentence. AMBER`, `text "AMBER"`. A status is none, `the status is
/// "AMBER"`; what is too short to tell is a Slip::status_end.
std::vector<NearMiss> find_closing_near_misses(const ScannedBlock& block);

}  // namespace opsg::restricted
