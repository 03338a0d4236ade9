#include "theme_assets.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>

#include "sha256.h"

namespace opsg::released {
namespace {

constexpr std::size_t kFingerprintDigits = 12;

std::string sha384_base64(std::string_view bytes) {
  std::array<unsigned char, SHA384_DIGEST_LENGTH> digest;
  ::SHA384(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  // EVP_EncodeBlock writes a final NUL.
  std::array<unsigned char, SHA384_DIGEST_LENGTH / 3 * 4 + 1> text;
  ::EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
  return {text.begin(), text.end() - 1};
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
