#pragma once

#include <string_view>
#include <vector>

#include "inline_text.h"

namespace opsg::released {

/// The ranges of a text's sentences, spaces at their ends included. A sentence ends at '.', '!',
/// '?' or an ellipsis, though not in an abbreviation, an initial or a number.
std::vector<InlineText::Range> sentences_of(std::string_view text);

/// The last word, or as much of it as tells that it is a long one.
std::string_view last_word(std::string_view text);

}  // namespace opsg::released
