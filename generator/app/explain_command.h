#pragma once

#include "options.h"

namespace opsg::app {

/// Prints of every portion its level, the rule that decided it, and who sees it.
int run_explain(const Options& options);

}  // namespace opsg::app
