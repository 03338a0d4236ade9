#pragma once

#include <vector>

#include "diagnostic.h"
#include "site_config.h"
#include "toml_value.h"

namespace opsg::released {

/// Reads site.toml's `[registers.<name>]` tables, in their order.
std::vector<RegisterDefinition> read_register_definitions(const TomlTable& registers,
                                                          Diagnostics& diagnostics);

/// Whether a register or reference may be called so: its name is a part of URLs and must not be
/// that of another part of the site. Reports `name-invalid` and `name-reserved`.
bool is_good_name(const TomlKey& key, Diagnostics& diagnostics);

}  // namespace opsg::released
