#pragma once

#include <functional>
#include <string_view>

#include "gate_rules.h"
#include "policy.h"
#include "toml_value.h"

namespace opsg::restricted {

/// How the labels of one TOML file are read.
struct TomlScope {
  const Policy& policy;
  const GateRules& rules;
  bool personal_names = false;  ///< meeting.toml, where `name` and `alternate_for` are people's.
};

/// The level of a table inside one of level `inherited`: its own label's, where it has one and that
/// is not lower. A label that is no level's name counts as the most closed.
Level table_level(const TomlTable& table, Level inherited, const TomlScope& scope);

/// Whether the key holds a person's name, which has the policy's level for people.
bool is_personal(std::string_view key, const TomlScope& scope);

/// A value below some table. The level of a table is its own; of others, that of the table they
/// stand in, and of personal names the policy's at least.
struct LevelledValue {
  const TomlKey& key;  ///< Of an array's elements, the array's.
  const TomlValue& value;
  Level level;
};

/// Visits every value below a table of that level, in the order of the text, tables and arrays
/// before what is in them.
void walk_values(const TomlTable& table, Level level, const TomlScope& scope,
                 const std::function<void(const LevelledValue&)>& visit);

}  // namespace opsg::restricted
