#pragma once

#include <cmark-gfm.h>

namespace opsg {

/// Takes the comments out of all running text, each with the white space that it would double or
/// leave at the end of a line, so that the document is what it would be if they had never been
/// written.
void drop_inline_comments(cmark_node* document);

}  // namespace opsg
