#pragma once

#include <string>

#include "diff_result.h"
#include "result.h"

namespace opsg::app {

/// A report for the person who is to approve a release: one HTML file that loads nothing and has no
/// script. It quotes everything, and so is for the eyes of the audience alone.
Result<std::string> review_page(const DiffResult& result);

}  // namespace opsg::app
