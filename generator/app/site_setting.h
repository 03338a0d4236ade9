#pragma once

#include <optional>
#include <string_view>

#include "sources.h"
#include "toml_value.h"

namespace opsg::app {

/// A string of site.toml's top level, for what has to be known before the site is read. Nothing
/// where there is none: what is wrong with site.toml is reported by those who read it for its own
/// sake.
std::optional<TomlValue> site_setting(const SourceTree& tree, std::string_view key);

}  // namespace opsg::app
