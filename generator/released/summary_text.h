#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace opsg::released {

/// The text's first sentence, and those after it that still fit `most` bytes in all. A sentence
/// that alone is longer is cut at a space, with an ellipsis. A sentence ends at '.', '!' or '?'
/// before white space and a capital letter, a digit or a bracket.
std::string first_sentences(std::string_view text, std::size_t most);

}  // namespace opsg::released
