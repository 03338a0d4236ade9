#pragma once

#include "options.h"

namespace opsg::app {

/// `new meeting`: a meeting's folder, with its facts, and minutes that hold the open actions.
int run_new_meeting(const Options& options);
/// `new page`: a page of text.
int run_new_page(const Options& options);

}  // namespace opsg::app
