#pragma once

#include "diagnostic.h"
#include "marked_body.h"
#include "portions.h"

namespace opsg::restricted {

/// Reports blocks behind a marked one that a reader of the source could take for a part of it:
/// without a blank line between them (`structure-touching-block`: a line of a paragraph that begins
/// with `-`, a comment in the middle of it), or indented as only its parts should be
/// (`structure-indent`: the second paragraph of a list item, a space short).
void check_portion_ends(const MarkedBody& marked, const MarkdownBody& body,
                        Diagnostics& diagnostics);

}  // namespace opsg::restricted
