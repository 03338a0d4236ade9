#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::importing {

/// The words of a text, for counting: runs of letters and digits, in lower case. Months are their
/// numbers, and numbers have neither leading zeros nor ordinal endings, so that a date has the same
/// words however it is written: "25th January 2021", "25/01/2021", "2021-01-25".
std::vector<std::string> canonical_words(std::string_view text);

}  // namespace opsg::importing
