#include "toml_value.h"

#include <algorithm>
#include <array>

namespace opsg {
namespace {

template <class Entries>
auto entry_named(Entries& entries, std::string_view key) {
  return std::find_if(entries.begin(), entries.end(),
                      [&](const auto& entry) { return entry.first.name == key; });
}

}  // namespace

const TomlValue* TomlTable::find(std::string_view key) const {
  const auto entry = entry_named(entries, key);
  return entry == entries.end() ? nullptr : &entry->second;
}

TomlValue* TomlTable::find(std::string_view key) {
  return const_cast<TomlValue*>(std::as_const(*this).find(key));
}

const TomlKey* TomlTable::find_key(std::string_view key) const {
  const auto entry = entry_named(entries, key);
  return entry == entries.end() ? nullptr : &entry->first;
}

std::string_view TomlValue::type_name() const {
  constexpr std::array<std::string_view, std::variant_size_v<Variant>> kNames = {
      "a string", "an integer",      "a number", "a boolean", "a date",
      "a time",   "a date and time", "an array", "a table"};
  return kNames[value_.index()];
}

}  // namespace opsg
