#pragma once

#include <string>
#include <vector>

#include "date.h"
#include "passages.h"
#include "policy.h"
#include "public_text.h"

namespace opsg::audit {

struct ReadingScope {
  const Policy& policy;
  Clearance clearance;
  UtcTime now;
  std::string time_zone;
};

/// What the sources hold, as the audit understands them.
struct SourceReading {
  std::vector<Passage> withheld;
  std::vector<const SourceFile*> withheld_files;  ///< Attachments and what nothing lists.
  std::vector<const SourceFile*> cleared_files;   ///< Attachments that may be copied.
  PublicText public_text;
};

/// Reads the raw sources by so many threads, and tells what this clearance may see from what it may
/// not. Doubtful labels are the highest. The reading borrows the tree.
SourceReading read_sources(const SourceTree& tree, const ReadingScope& scope, int jobs);

}  // namespace opsg::audit
