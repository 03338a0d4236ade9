#pragma once

#include <string>
#include <string_view>

namespace opsg::importing {

/// Markdown that shows the text: `**bold**`, `*italics*` and `[text](address)` mean what they mean
/// in Markdown, notes in square brackets stay, and every other character means itself.
std::string escape_inline(std::string_view text);

/// The lines of a paragraph, escaped, none longer than a page of text is wide, and none that begins
/// like anything but a paragraph.
std::string write_paragraph(std::string_view text, std::string_view first_indent = {},
                            std::string_view indent = {});

}  // namespace opsg::importing
