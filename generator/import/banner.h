#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "import_ledger.h"
#include "policy.h"
#include "text_line.h"

namespace opsg::importing {

/// What a document says of its own classification.
struct Banner {
  std::string text;  ///< As it stands there, on one line.
  TextPlace place;
  std::optional<Level> claim;   ///< "classified as White"
  std::string claim_name;       ///< "White": as it is written there.
  bool claims_unknown = false;  ///< It names a level that the policy lacks.
  std::string statement;  ///< The policy's handling statement in it, as written; may be empty.
  std::optional<Level> statement_level;
};

/// Takes the banners out of the lines, wherever they stand, over line ends too; the first is
/// returned. Repetitions are dropped, another one and one that contradicts itself are reported.
Banner take_banners(TextLines& lines, const Policy& policy, bool wrapped, ImportLedger& ledger);

}  // namespace opsg::importing
