#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vocabulary.h"

namespace opsg::released {

struct PartyList {
  std::vector<std::string> names;    ///< Each once; as parties.toml spells them, or as written.
  std::vector<std::string> unknown;  ///< Those of the names that parties.toml lacks.

  bool all_known() const { return !names.empty() && unknown.empty(); }
};

/// Reads "CSP N/DCC", "SECAS and DCC", "the DCC, SECAS & TAG". A name that holds such a joint
/// itself is found whole where parties.toml has it.
PartyList read_party_list(std::string_view text, const Vocabulary& vocabulary);

}  // namespace opsg::released
