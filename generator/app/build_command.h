#pragma once

#include "options.h"

namespace opsg::app {

/// Renders what the audience may see and swaps it in. The previous output stays as it was unless
/// everything went well.
int run_build(const Options& options);

}  // namespace opsg::app
