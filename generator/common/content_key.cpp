#include "content_key.h"

#include <bit>
#include <type_traits>
#include <variant>

#include "sha256.h"

namespace opsg {
namespace {

template <class T>
requires std::is_arithmetic_v<T> std::uint64_t as_number(T value) {
  if constexpr (std::is_floating_point_v<T>) {
    return std::bit_cast<std::uint64_t>(value);
  } else {
    return static_cast<std::uint64_t>(value);
  }
}

std::uint64_t as_number(Date date) {
  return as_number(std::chrono::sys_days(date).time_since_epoch().count());
}

std::uint64_t as_number(LocalDateTime time) {
  return as_number(time.time_since_epoch().count());
}

std::uint64_t as_number(TimeOfDay time) {
  return as_number((time.hour * 60 + time.minute) * 60 + time.second);
}

}  // namespace

/// Every text and list begins with its length, so that no two sequences of values run into one.
ContentKey& ContentKey::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  bytes_ += text;
  return *this;
}

ContentKey& ContentKey::add(std::uint64_t number) {
  bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  return *this;
}

ContentKey& ContentKey::add(const SourceSpan& span) {
  const auto& [path, line, column, length] = span;
  return add(path.view()).add(as_number(line)).add(as_number(column)).add(as_number(length));
}

ContentKey& ContentKey::add(const TomlTable& table) {
  add(std::uint64_t{table.entries.size()});
  for (const auto& [key, value] : table.entries) {
    add(key.name).add(key.span);
    add(value);
  }
  return *this;
}

void ContentKey::add(const TomlValue& value) {
  add(value.span()).add(std::uint64_t{value.variant().index()});
  if (const std::string* text = value.string()) {
    add(*text);
  } else if (const TomlTable* table = value.table()) {
    add(*table);
  } else if (const TomlArray* array = value.array()) {
    add(std::uint64_t{array->size()});
    for (const TomlValue& element : *array) add(element);
  } else {
    std::visit(
        [&](const auto& scalar) {
          if constexpr (requires { as_number(scalar); }) add(as_number(scalar));
        },
        value.variant());
  }
}

ContentKey& ContentKey::add(const Fragment& fragment) {
  const auto& [text, original_lines] = fragment;
  add(text).add(std::uint64_t{original_lines.size()});
  bytes_.append(reinterpret_cast<const char*>(original_lines.data()),
                original_lines.size() * sizeof original_lines.front());
  return *this;
}

/// A member that is added to DocumentSource does not compile until it is added here as well.
ContentKey& ContentKey::add(const DocumentSource& document) {
  const auto& [path, meeting, name, level, complete, front_matter, fragments] = document;
  add(path.view()).add(meeting).add(name).add(level).add(as_number(complete)).add(front_matter);
  add(std::uint64_t{fragments.size()});
  for (const Fragment& fragment : fragments) add(fragment);
  return *this;
}

std::string ContentKey::hex() const {
  return sha256_hex(bytes_);
}

}  // namespace opsg
