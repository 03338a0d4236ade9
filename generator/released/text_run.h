#pragma once

#include <string>

struct cmark_node;

namespace opsg::released {

/// Whether text begins at this inline node: it is text or a soft break and none stands before it.
bool begins_text_run(cmark_node* node);

/// The text of this node and the text and soft breaks that follow it; a soft break is a newline.
/// cmark cuts text at every line's end, but what a text means does not stop there.
std::string text_run(cmark_node* first);

}  // namespace opsg::released
