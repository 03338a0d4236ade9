#pragma once

#include <string>
#include <string_view>

namespace opsg::importing {

/// Text in which tags of HTML have become what they mean: bold and italics Markdown's, links
/// likewise, paragraphs and line breaks '\n', entities their characters. Other '<' stay.
std::string without_html(std::string_view text);

}  // namespace opsg::importing
