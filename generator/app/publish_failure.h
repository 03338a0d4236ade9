#pragma once

#include "publish_error.h"
#include "report.h"

namespace opsg::app {

/// Says why nothing, or not all, was published. Returns the exit status.
int print_failure(const Report& report, const publishing::PublishError& error);

}  // namespace opsg::app
