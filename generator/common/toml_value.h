#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "date.h"
#include "source_span.h"

namespace opsg {

class TomlValue;

struct TomlKey {
  std::string name;
  SourceSpan span;
};

using TomlArray = std::vector<TomlValue>;

/// Keys in the order in which they were written, each once.
struct TomlTable {
  std::vector<std::pair<TomlKey, TomlValue>> entries;

  const TomlValue* find(std::string_view key) const;
  TomlValue* find(std::string_view key);
  const TomlKey* find_key(std::string_view key) const;
  bool contains(std::string_view key) const { return find(key) != nullptr; }
  bool empty() const;
};

/// A TOML 1.0 value that knows where it was written. Date-times are local to the site's time zone;
/// one with an offset is refused by the reader.
class TomlValue {
 public:
  using Variant = std::variant<std::string, std::int64_t, double, bool, Date, TimeOfDay,
                               LocalDateTime, TomlArray, TomlTable>;

  TomlValue() = default;
  TomlValue(Variant value, SourceSpan span) : value_(std::move(value)), span_(std::move(span)) {}

  template <class T>
  const T* get_if() const {
    return std::get_if<T>(&value_);
  }
  const std::string* string() const { return get_if<std::string>(); }
  const TomlArray* array() const { return get_if<TomlArray>(); }
  const TomlTable* table() const { return get_if<TomlTable>(); }

  const Variant& variant() const { return value_; }
  Variant& variant() { return value_; }
  const SourceSpan& span() const { return span_; }

  /// "a string", "an integer", "a table", ...: for messages.
  std::string_view type_name() const;

 private:
  Variant value_;
  SourceSpan span_;
};

inline bool TomlTable::empty() const {
  return entries.empty();
}

}  // namespace opsg
