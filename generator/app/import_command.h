#pragma once

#include "options.h"

namespace opsg::app {

/// Turns documents of other programs into records that have yet to be labelled. Never touches a
/// file that is there, and never makes anything public.
int run_import(const Options& options);

}  // namespace opsg::app
