#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "result.h"

namespace opsg::publishing {

/// A public key of minisign (https://jedisct1.github.io/minisign/).
class PublicKey {
 public:
  /// The key itself, or the path of a file that `minisign -G` wrote. Fails where it is neither.
  static Result<PublicKey> read(const std::string& key_or_file);

  const std::string& base64() const { return base64_; }

 private:
  explicit PublicKey(std::string base64) : base64_(std::move(base64)) {}

  std::string base64_;
};

/// No signature is longer.
inline constexpr std::size_t kLargestSignature = 4096;

/// The text of the signature, which depends on nothing but the manifest and the key. The key must
/// have no password (`minisign -G -W`): none is asked for. Messages name the key's file at most.
Result<std::string> sign_manifest(std::string_view manifest_text,
                                  const std::filesystem::path& secret_key);

/// Whether the key's owner has signed this manifest. Fails where that cannot be found out. It says
/// who signed, not when: an older release is signed as well.
Result<bool> verify_signature(std::string_view manifest_text, std::string_view signature_text,
                              const PublicKey& key);

}  // namespace opsg::publishing
