#pragma once

#include <cstddef>

#include "folded_markup.h"

namespace opsg::restricted {

/// Behind the markup at `at` that may stand within a word without parting it for a reader:
/// emphasis, backticks, a tag, a link's brackets and target, a line broken by a backslash. Returns
/// `at` where there is none.
std::size_t pass_markup_in_word(const FoldedMarkup& text, std::size_t at);

}  // namespace opsg::restricted
