#pragma once

#include <string>
#include <string_view>

namespace opsg::preview {

/// The text for HTML, in elements and in quoted attributes. Control characters that HTML does not
/// allow, and those that change the direction of text, become U+FFFD.
std::string escape_html(std::string_view text);

}  // namespace opsg::preview
