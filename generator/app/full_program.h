#pragma once

#include "report.h"

namespace opsg::app {

/// Runs opsg-site-full, which has every command, in place of this program and with its arguments.
/// Returns only where it cannot be run: the exit status, after saying so.
int run_full_program(char* const* argv, const Report& report);

}  // namespace opsg::app
