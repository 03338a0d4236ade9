#pragma once

#include <vector>

#include "diagnostic.h"
#include "import_bundle.h"
#include "policy.h"
#include "sources.h"

namespace opsg::app {

/// What `check` would say of the imported headlines and minutes of each meeting once they have
/// their labels: where they differ. `tree` is made the site as it would be then, for messages to
/// quote.
void compare_imported(const std::vector<ImportBundle>& bundles, const Policy& policy,
                      SourceTree& tree, Diagnostics& diagnostics);

}  // namespace opsg::app
