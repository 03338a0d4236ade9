#pragma once

#include "diagnostic.h"
#include "site.h"

namespace opsg::released {

/// The contradictions within the history of one entry: `raised-twice`, `updated-before-raised`,
/// `raised-differs`, `entry-disagrees`, `reopened-silently`, `target-before-raised`,
/// `target-changed`, `owner-changed` and `title-changed`.
void judge_entry(const RegisterEntry& entry, const RegisterDefinition& definition, const Site& site,
                 Diagnostics& diagnostics);

}  // namespace opsg::released
