#pragma once

#include <cstddef>
#include <vector>

#include "folded_markup.h"

namespace opsg::restricted {

constexpr std::size_t kNoBracket = static_cast<std::size_t>(-1);

/// For each character of the text, the index of the bracket that balances it, each kind of bracket
/// by itself; kNoBracket where there is none. One pass, however the brackets are nested.
std::vector<std::size_t> pair_brackets(const FoldedMarkup& text);

}  // namespace opsg::restricted
