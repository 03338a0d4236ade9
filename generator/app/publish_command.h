#pragma once

#include "options.h"

namespace opsg::app {

/// Builds, audits and verifies the site of a target of site.toml, brings it there, and looks from
/// outside whether it is there.
int run_publish(const Options& options);

}  // namespace opsg::app
