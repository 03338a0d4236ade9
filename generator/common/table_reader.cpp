#include "table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "text.h"

namespace opsg {

std::string TableReader::text(std::string_view key) {
  const TomlValue* value = table_.find(key);
  if (!value) return {};
  if (const std::string* found = value->string()) return *found;
  wrong_type(*value, key, "a string");
  return {};
}

std::string TableReader::required_text(std::string_view key) {
  const TomlValue* value = table_.find(key);
  const std::string found = text(key);
  if (found.empty() && (!value || value->string())) {
    diagnostics_
        .error("missing-key", value ? value->span() : span_,
               fmt::format("`{}` is {}", key, value ? "empty" : "missing"))
        .with_help(fmt::format("add `{} = \"...\"`", key));
  }
  return found;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  const TomlValue* value = table_.find(key);
  std::vector<std::string> out;
  if (!value) return out;
  if (!value->array()) {
    wrong_type(*value, key, "an array of strings");
    return out;
  }
  for (const TomlValue& item : *value->array()) {
    if (const std::string* found = item.string()) {
      out.push_back(*found);
    } else {
      wrong_type(item, key, "an array of strings");
    }
  }
  return out;
}

bool TableReader::flag(std::string_view key) {
  const TomlValue* value = table_.find(key);
  if (!value) return false;
  if (const bool* found = value->get_if<bool>()) return *found;
  wrong_type(*value, key, "true or false");
  return false;
}

const TomlTable* TableReader::table(std::string_view key) {
  const TomlValue* value = table_.find(key);
  if (value && !value->table()) wrong_type(*value, key, "a table");
  return value ? value->table() : nullptr;
}

std::vector<const TomlValue*> TableReader::tables(std::string_view key) {
  const TomlValue* value = table_.find(key);
  std::vector<const TomlValue*> out;
  if (!value) return out;
  if (!value->array()) {
    wrong_type(*value, key, "an array of tables");
    return out;
  }
  for (const TomlValue& item : *value->array()) {
    if (item.table()) {
      out.push_back(&item);
    } else {
      wrong_type(item, key, "an array of tables");
    }
  }
  return out;
}

void TableReader::allow_only(std::span<const std::string> keys) {
  for (const auto& [key, value] : table_.entries) {
    if (std::find(keys.begin(), keys.end(), key.name) != keys.end()) continue;
    const auto meant = nearest(key.name, keys);
    diagnostics_.error("unknown-key", key.span, fmt::format("unknown key `{}`", key.name))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : fmt::format("the keys here are {}", fmt::join(keys, ", ")));
  }
}

void TableReader::wrong_type(const TomlValue& value, std::string_view key,
                             std::string_view wanted) {
  diagnostics_
      .error("wrong-type", value.span(),
             fmt::format("`{}` is {}, not {}", key, value.type_name(), wanted))
      .with_help(fmt::format("write {}", wanted));
}

}  // namespace opsg
