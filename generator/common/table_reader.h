#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "toml_value.h"

namespace opsg {

/// Reads the fields of one TOML table and reports what is wrong with them: `wrong-type`,
/// `missing-key`, `unknown-key`. Where a field is missing or wrong, its empty value comes back.
/// Borrows the table and the sink.
class TableReader {
 public:
  /// `span`: where a missing key is reported.
  TableReader(const TomlTable& table, SourceSpan span, Diagnostics& diagnostics)
      : table_(table), span_(std::move(span)), diagnostics_(diagnostics) {}

  std::string text(std::string_view key);
  std::string required_text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  bool flag(std::string_view key);
  /// Null where there is none.
  const TomlTable* table(std::string_view key);
  /// The tables of `[[key]]`; empty where there are none.
  std::vector<const TomlValue*> tables(std::string_view key);
  /// Reports every other key, with the nearest of these as help.
  void allow_only(std::span<const std::string> keys);

  void wrong_type(const TomlValue& value, std::string_view key, std::string_view wanted);

 private:
  const TomlTable& table_;
  SourceSpan span_;
  Diagnostics& diagnostics_;
};

}  // namespace opsg
