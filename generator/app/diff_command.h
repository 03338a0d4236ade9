#pragma once

#include "options.h"

namespace opsg::app {

/// `opsg-site diff`: what a release would change for its readers, and who approved it. Returns the
/// exit status; 3 where --fail-on or --expect ask for it.
int run_diff(const Options& options);

}  // namespace opsg::app
