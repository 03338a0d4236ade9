#pragma once

#include "options.h"

namespace opsg::app {

/// Reports everything wrong in all records, whatever their label. Writes nothing.
int run_check(const Options& options);

}  // namespace opsg::app
