#pragma once

#include "options.h"

namespace opsg::app {

/// Writes a small site that builds into a new or empty folder, with the workflow of a CI host where
/// one is asked for. A folder that holds a site already gets the workflow alone. Nothing that is
/// there is changed.
int run_init(const Options& options);

}  // namespace opsg::app
