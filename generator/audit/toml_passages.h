#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "passages.h"
#include "policy.h"
#include "toml_value.h"

namespace opsg::audit {

/// For whom, and by which rules, a TOML table is read.
struct TomlScope {
  const Policy& policy;
  Clearance clearance;
  bool all_withheld = false;
  bool has_people = true;  ///< `name` and `alternate_for` name people, not organisations.
};

/// The text of the file from its line `first_line` on. Nothing on an error, which is for others to
/// report.
std::optional<TomlTable> parse_table(const SourceFile& file, std::string_view text,
                                     std::uint32_t first_line);

/// The level of a table inside one of level `outer`. A label that names no level is the highest.
Level level_of(const TomlTable& table, Level outer, const Policy& policy);

/// The level of a table that must have a label.
Level required_level(const TomlTable& table, const Policy& policy);

/// Adds every string and long number of the table to the reading. `level`: the table's own.
void read_values(const SourceFile& file, const TomlTable& table, Level level,
                 const TomlScope& scope, FileReading& reading);

}  // namespace opsg::audit
