#pragma once

#include <string>

#include "date.h"
#include "passages.h"
#include "policy.h"

namespace opsg::audit {

struct ReadingScope {
  const Policy& policy;
  Clearance clearance;
  UtcTime now;
  std::string time_zone;
};

/// Reads the raw sources, and tells what this clearance may see from what it may not. Doubtful
/// labels are the highest. The reading borrows the tree.
SourceReading read_sources(const SourceTree& tree, const ReadingScope& scope);

}  // namespace opsg::audit
