#pragma once

#include "diagnostic.h"
#include "marked_body.h"
#include "portions.h"

namespace opsg::restricted {

/// Reports markings whose meaning is in doubt: lower than what is around them (`marking-lower`), on
/// a lead-in whose list is not marked (`marking-lead-in`), on an ACTION whose list is only in part
/// one of fields (`marking-partial-fields`), on a heading inside a list or quote
/// (`marking-nested-heading`).
void check_portions(const MarkedBody& marked, const MarkdownBody& body, const Portion& document,
                    const MarkingContext& context, Diagnostics& diagnostics);

}  // namespace opsg::restricted
