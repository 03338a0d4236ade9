#pragma once

#include <cstddef>
#include <optional>

#include "folded_markup.h"
#include "level_names.h"

namespace opsg::restricted {

/// The level that the words in a round bracket say of the text that they stand in: `(this is
/// AMBER)`, `(Marked Amber)`, `(treat as amber)`. None where they tell of a status, `(now RED)`.
/// `open` and `close` are the indices of the brackets.
std::optional<NameMatch> claim_in_bracket(const FoldedMarkup& text, std::size_t open,
                                          std::size_t close, const LevelNames& names);

}  // namespace opsg::restricted
