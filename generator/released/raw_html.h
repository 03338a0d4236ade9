#pragma once

#include "diagnostic.h"
#include "fragment_lines.h"

struct cmark_node;

namespace opsg::released {

/// Reports HTML as `raw-html`, and a comment that is never closed, which would swallow what follows
/// it, as `comment-unclosed`. Other comments are fine: they are dropped.
void report_raw_html(cmark_node* root, const FragmentLines& lines, Diagnostics& diagnostics);

}  // namespace opsg::released
