#pragma once

#include <vector>

#include "inline_atoms.h"
#include "level_names.h"
#include "marking_scanner.h"

namespace opsg::restricted {

/// Comments that say nothing but a level's name, or where a level begins or ends, or begin like a
/// marking (`AMBER: do not publish`): their writer may take them for markings. `atoms` are those of
/// the text.
std::vector<NearMiss> find_marking_comments(const std::vector<InlineAtom>& atoms,
                                            const LevelNames& names);

}  // namespace opsg::restricted
