#pragma once

#include <cstddef>

#include "folded_markup.h"

namespace opsg::restricted {

/// The length of what parts two elements of a bracket at index `at`, as in `SECAS/AMBER` or
/// `SECAS and AMBER`; 0 where nothing does.
std::size_t element_separator(const FoldedMarkup& text, std::size_t at);

}  // namespace opsg::restricted
