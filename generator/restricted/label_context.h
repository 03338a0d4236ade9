#pragma once

#include <set>
#include <string>

#include "diagnostic.h"
#include "handling_statements.h"
#include "portions.h"

namespace opsg::restricted {

/// What labelling one file needs to know of the site.
struct LabelContext {
  const MarkingContext& markings;
  const HandlingStatements& statements;
  const std::string& time_zone;
  Diagnostics& diagnostics;
  std::set<SourcePath>& doubtful;  ///< Where labels of the file turn out not to be trusted.

  const Policy& policy() const { return markings.policy; }
  const GateRules& rules() const { return markings.rules; }
};

}  // namespace opsg::restricted
