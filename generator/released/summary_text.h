#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace opsg::released {

/// The text's first sentence, and those after it that still fit `most` bytes in all. A sentence
/// that alone is longer is cut at a space, with an ellipsis. A sentence ends at '.', '!' or '?'
/// before white space and a capital letter, a digit or a bracket.
std::string first_sentences(std::string_view text, std::size_t most);

/// The text, or where it has more than `most` bytes so much of it around the offset `at`, cut at
/// spaces where there are any near, with ellipses.
std::string text_around(std::string_view text, std::size_t at, std::size_t most);

}  // namespace opsg::released
