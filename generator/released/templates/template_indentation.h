#pragma once

#include <string>
#include <string_view>

namespace opsg::released {

/// The indentation of the first line with something on it.
std::string_view first_indentation(std::string_view text);

/// The line without as much of `dedent` as it begins with.
std::string_view without_dedent(std::string_view line, std::string_view dedent);

/// Every line of the text without `dedent`; of the first, only where it `starts_line`.
std::string dedented(std::string_view text, bool starts_line, std::string_view dedent);

}  // namespace opsg::released
