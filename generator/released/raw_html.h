#pragma once

#include "diagnostic.h"
#include "fragment_lines.h"
#include "markdown_node.h"

namespace opsg::released {

/// Reports HTML as `raw-html`, and a comment that is never closed, which would swallow what follows
/// it, as `comment-unclosed`. Other comments are fine: they are dropped.
void report_raw_html(const MarkdownNode* root, const FragmentLines& lines,
                     Diagnostics& diagnostics);

}  // namespace opsg::released
