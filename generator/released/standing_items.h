#pragma once

#include <string>
#include <vector>

#include "diagnostic.h"
#include "toml_value.h"

namespace opsg::released {

/// The titles of the agenda items that every meeting has, in their order: site.toml's `[meetings]`
/// `standing_items`. Without such a list: what is outstanding, and any other business.
std::vector<std::string> read_standing_items(const TomlTable& site, Diagnostics& diagnostics);

}  // namespace opsg::released
