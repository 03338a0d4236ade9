#include "theme_assets.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>

#include "asset_fingerprint.h"
#include "base64.h"
#include "sha256.h"

namespace opsg::released {
namespace {

std::string sha384_base64(std::string_view bytes) {
  sha384_ctx context;
  ::sha384_init(&context);
  ::sha384_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA384_DIGEST_SIZE> digest{};
  ::sha384_digest(&context, digest.size(), digest.data());
  return base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

/// "assets/site.css" -> "assets/site.0123456789ab.css"
std::string fingerprinted(std::string_view path, std::string_view fingerprint) {
  const std::size_t name = path.rfind('/') + 1;
  const std::size_t dot = path.find_last_of('.');
  const std::size_t end = dot == std::string_view::npos || dot < name ? path.size() : dot;
  return fmt::format("{}.{}{}", path.substr(0, end), fingerprint, path.substr(end));
}

}  // namespace

ThemeAsset make_theme_asset(std::string_view path, std::string_view bytes) {
  const std::string fingerprint = sha256_hex(bytes).substr(0, kFingerprintDigits);
  return {fingerprinted(path, fingerprint), "sha384-" + sha384_base64(bytes)};
}

}  // namespace opsg::released
