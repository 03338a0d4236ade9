#pragma once

#include "diagnostic.h"
#include "marked_document.h"
#include "portions.h"

namespace opsg::restricted {

/// Reports every near-miss as `marking-near-miss`, each with what to write instead.
void report_near_misses(const MarkedDocument& document, const MarkdownBody& body,
                        Diagnostics& diagnostics);

}  // namespace opsg::restricted
