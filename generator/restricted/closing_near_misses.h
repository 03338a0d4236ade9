#pragma once

#include <cstddef>
#include <vector>

#include "scanned_block.h"

namespace opsg::restricted {

/// A level's name behind the text that it could be meant to mark, at the end of a paragraph, cell
/// or span, whose words begin at `first` and which ends before `end`: `text - AMBER`, `A sentence.
/// AMBER`, `text "AMBER"`. A status is none, `the status is "AMBER"`; what is too short to tell is
/// a Slip::status_end.
std::vector<NearMiss> find_closing_near_misses(const ScannedBlock& block, std::size_t first,
                                               std::size_t end);

}  // namespace opsg::restricted
