#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace opsg::importing {

/// Of the records that are written, in characters.
inline constexpr std::size_t kLineWidth = 100;

/// The text's words in lines of at most `width` characters, where no word is longer; no final line
/// break. Each line begins with `prefix`, which counts.
std::string wrap_text(std::string_view text, std::size_t width, std::string_view prefix = {});

}  // namespace opsg::importing
