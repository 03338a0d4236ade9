#pragma once

#include <string>
#include <string_view>

namespace opsg::released {

/// The text with U+FFFD for every byte that is not UTF-8 and every character that XML 1.0 cannot
/// hold (production `Char`): control characters other than tab and line ends, U+FFFE, U+FFFF. No
/// format that others read (XML, calendars, tables) has a use for these.
std::string plain_characters(std::string_view text);

}  // namespace opsg::released
