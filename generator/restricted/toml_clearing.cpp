#include "toml_clearing.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "label.h"

namespace opsg::restricted {
namespace {

class TableClearer {
 public:
  TableClearer(const TomlScope& scope, const Clearance& clearance)
      : scope_(scope), clearance_(clearance) {}

  TomlTable clear(const TomlTable& table, Level level) const {
    TomlTable out;
    if (!clearance_.admits(level)) return out;
    for (const auto& [key, value] : table.entries) {
      if (key.name == kLabelKey || !admits_key(key.name)) continue;
      auto cleared = clear_value(value, level);
      if (cleared && !is_empty(*cleared)) out.entries.emplace_back(key, std::move(*cleared));
    }
    return out;
  }

 private:
  bool admits_key(std::string_view key) const {
    return !is_personal(key, scope_) || clearance_.admits(scope_.policy.people);
  }

  std::optional<TomlValue> clear_value(const TomlValue& value, Level level) const {
    if (const TomlArray* array = value.array()) {
      return TomlValue(clear_array(*array, level), value.span());
    }
    const TomlTable* table = value.table();
    if (!table) return value;
    const Level own = table_level(*table, level, scope_);
    if (!clearance_.admits(own)) return std::nullopt;
    return TomlValue(clear(*table, own), value.span());
  }

  TomlArray clear_array(const TomlArray& array, Level level) const {
    TomlArray out;
    for (const TomlValue& element : array) {
      auto cleared = clear_value(element, level);
      const bool empty_array = cleared && cleared->array() && cleared->array()->empty();
      if (cleared && !empty_array) out.push_back(std::move(*cleared));
    }
    return out;
  }

  static bool is_empty(const TomlValue& value) {
    return (value.array() && value.array()->empty()) || (value.table() && value.table()->empty());
  }

  const TomlScope& scope_;
  const Clearance& clearance_;
};

}  // namespace

TomlTable clear_table(const TomlTable& table, Level level, const TomlScope& scope,
                      const Clearance& clearance) {
  return TableClearer(scope, clearance).clear(table, level);
}

}  // namespace opsg::restricted
