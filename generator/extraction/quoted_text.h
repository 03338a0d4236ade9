#pragma once

#include <cstddef>
#include <string>

namespace opsg::extraction {

/// A document's text on one line and in quotation marks, for messages: of a longer text so many of
/// its first characters.
std::string quoted_text(const std::string& text, std::size_t longest);

}  // namespace opsg::extraction
