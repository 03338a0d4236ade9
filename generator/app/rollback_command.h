#pragma once

#include "options.h"

namespace opsg::app {

/// Serves an earlier release of a target again, where today's policy and records would still
/// publish all that it shows.
int run_rollback(const Options& options);

}  // namespace opsg::app
