#pragma once

#include "diagnostic.h"
#include "fragment_lines.h"
#include "inline_text.h"
#include "markdown_node.h"

namespace opsg::released {

/// Warns of a paragraph with a line that begins with a printed bullet, "•": Markdown makes no list
/// of such lines, and all of them run together.
void report_bullets(const MarkdownNode* paragraph, const InlineText& text,
                    const FragmentLines& lines, Diagnostics& diagnostics);

}  // namespace opsg::released
