#pragma once

#include "policy.h"
#include "toml_value.h"
#include "toml_walk.h"

namespace opsg::restricted {

/// What the clearance admits of a table of that level: without labels, without withheld tables, and
/// without people's names where it lacks their level. Arrays and tables that have nothing left are
/// left out with their key, as those are that never had anything: an audience cannot tell the two
/// apart. An admitted element of an array stays, so that people can be counted.
TomlTable clear_table(const TomlTable& table, Level level, const TomlScope& scope,
                      const Clearance& clearance);

}  // namespace opsg::restricted
