#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gate_rules.h"
#include "test_site.h"

namespace opsg::test {

/// Builds two sites that differ in what is withheld alone, and says how their public output
/// differs, file list included: "" where it does not. A build that fails is a difference, too.
std::string difference_between_variants(std::uint64_t seed, const restricted::GateRules& rules);

/// Builds a site, raises one label or adds one marking in it, builds it again, and returns the
/// identifying words that only the second output shows. A raised site that no longer builds (a
/// lower marking is now in a marked section, say) shows nothing.
std::vector<std::string> newly_public_after_raising_a_label(std::uint64_t seed);

}  // namespace opsg::test
