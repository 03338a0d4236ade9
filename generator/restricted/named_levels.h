#pragma once

#include <string_view>

#include "diagnostic.h"
#include "portions.h"

namespace opsg::restricted {

/// Reports `file-name-label` where the name of a file labelled `label` tells another level, in
/// capitals or with its prefix: `x-AMBER.pdf`, `tlp-amber.pdf`. False where it does.
bool check_named_level(std::string_view name, Level label, const SourceSpan& span,
                       const MarkingContext& context, Diagnostics& diagnostics);

/// The same where the name of a final document tells that it is a draft: `report-DRAFT`.
bool check_named_draft(std::string_view name, const SourceSpan& span, Diagnostics& diagnostics);

}  // namespace opsg::restricted
