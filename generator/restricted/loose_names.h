#pragma once

#include <cstddef>
#include <string_view>

#include "folded_markup.h"

namespace opsg::restricted {

struct LooseReading {
  std::size_t end = 0;  ///< Behind the name; where it begins if the text does not read so.
  bool capitals = false;
};

/// Reads a level's name (in capitals) as people write it by hand: `TLP : AMBER`, `TLP  AMBER`,
/// `TLP - AMBER`, `TPL AMBER` and `T.L.P. AMBER` for "TLP:AMBER", `A.M.B.E.R.`, `A-M-B-E-R` and
/// `A M B E R` for "AMBER".
LooseReading read_loosely(const FoldedMarkup& text, std::size_t at, std::u32string_view name);

/// What may stand for the colon of a name.
bool is_loose_gap(char32_t c);

}  // namespace opsg::restricted
