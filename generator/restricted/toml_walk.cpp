#include "toml_walk.h"

#include <algorithm>

#include "label.h"

namespace opsg::restricted {
namespace {

using Visit = std::function<void(const LevelledValue&)>;

void walk_value(const TomlKey& key, const TomlValue& value, Level level, const TomlScope& scope,
                const Visit& visit) {
  if (const TomlTable* table = value.table()) {
    const Level own = table_level(*table, level, scope);
    visit({key, value, own});
    walk_values(*table, own, scope, visit);
    return;
  }
  visit({key, value, level});
  if (!value.array()) return;
  for (const TomlValue& element : *value.array()) walk_value(key, element, level, scope, visit);
}

}  // namespace

Level table_level(const TomlTable& table, Level inherited, const TomlScope& scope) {
  const TomlValue* label = table.find(kLabelKey);
  if (!label || !scope.rules.table_labels) return inherited;
  const auto own = label->string() ? scope.policy.find_level(*label->string()) : std::nullopt;
  return std::max(inherited, own.value_or(scope.policy.most_closed()));
}

bool is_personal(std::string_view key, const TomlScope& scope) {
  return scope.personal_names && scope.rules.personal_names &&
         (key == "name" || key == "alternate_for");
}

void walk_values(const TomlTable& table, Level level, const TomlScope& scope, const Visit& visit) {
  for (const auto& [key, value] : table.entries) {
    const bool personal = is_personal(key.name, scope);
    walk_value(key, value, personal ? std::max(level, scope.policy.people) : level, scope, visit);
  }
}

}  // namespace opsg::restricted
