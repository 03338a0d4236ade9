#include "asset_fingerprint.h"

#include "text.h"

namespace opsg {

std::string_view asset_fingerprint(std::string_view path) {
  const auto parts = split(path, '.');
  if (!path.starts_with("assets/") || parts.size() < 3) return {};
  const std::string_view digits = parts[parts.size() - 2];
  const bool is_digest = digits.size() == kFingerprintDigits &&
                         digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return is_digest ? digits : std::string_view();
}

}  // namespace opsg
