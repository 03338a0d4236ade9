#pragma once

#include "options.h"

namespace opsg::app {

/// Writes a small site that builds. Refuses a folder that is not empty.
int run_init(const Options& options);

}  // namespace opsg::app
