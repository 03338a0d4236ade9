#pragma once

#include "diagnostic.h"
#include "marked_body.h"
#include "portions.h"

namespace opsg::restricted {

/// Reports structure of a file with markings whose extent the parser does not tell reliably:
/// `structure-setext-heading`, `-touching-table`, `-shared-definition`, `-open-fence`,
/// `-open-html`,
/// `-nul`, `-overlap`, `-unclear-code`, and spans that could be read as links:
/// `marking-span-followed`.
void check_structure(const MarkedBody& marked, const MarkdownBody& body, Diagnostics& diagnostics);

/// The part of it for a file whose only markings stand in code or comments: what could have hidden
/// them there, an open fence or comment.
void check_hiding_structure(const BlockTree& tree, const MarkdownBody& body,
                            Diagnostics& diagnostics);

}  // namespace opsg::restricted
