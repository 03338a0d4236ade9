#pragma once

#include <string>

#include "options.h"

namespace opsg::app {

/// "opsg-site 0.1.0"
std::string version_line();

int run_version(const Options& options);

}  // namespace opsg::app
