#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sources.h"

namespace opsg {

/// Makes a key of values: two keys are equal exactly where all their values are (as far as SHA-256
/// can tell), the places at which they were written included.
class ContentKey {
 public:
  ContentKey& add(std::string_view text);
  ContentKey& add(std::uint64_t number);
  ContentKey& add(const SourceSpan& span);
  ContentKey& add(const TomlTable& table);
  ContentKey& add(const Fragment& fragment);
  ContentKey& add(const DocumentSource& document);

  /// 64 hexadecimal digits.
  std::string hex() const;

 private:
  void add(const TomlValue& value);

  std::string bytes_;
};

}  // namespace opsg
