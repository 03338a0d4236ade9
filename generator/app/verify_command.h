#pragma once

#include "options.h"

namespace opsg::app {

/// Compares a folder, or what is served at a URL, with its manifest. Needs no site's sources.
int run_verify(const Options& options);

}  // namespace opsg::app
