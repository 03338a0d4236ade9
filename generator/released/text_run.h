#pragma once

#include <string>

#include "markdown_node.h"

namespace opsg::released {

/// Whether text begins at this inline node: it is text or a soft break and none stands before it.
bool begins_text_run(const MarkdownNode* node);

/// The text of this node and the text and soft breaks that follow it; a soft break is a newline.
/// The parser cuts text at every line's end, but what a text means does not stop there.
std::string text_run(const MarkdownNode* first);

}  // namespace opsg::released
