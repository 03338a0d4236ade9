#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::importing {

/// The words of a text, for counting: runs of letters and digits, in lower case. Months are their
/// numbers, and numbers have neither leading zeros nor ordinal endings, so that a date has the same
/// words however it is written: "25th January 2021", "25/01/2021", "2021-01-25".
std::vector<std::string> canonical_words(std::string_view text);

/// Whether the text's first or last character is a part of a word.
bool begins_with_word(std::string_view text);
bool ends_with_word(std::string_view text);

}  // namespace opsg::importing
