#pragma once

#include "options.h"

namespace opsg::app {

/// Serves a preview until SIGINT or SIGTERM ends it, which is no failure. Returns the exit status.
int run_serve(const Options& options);

}  // namespace opsg::app
