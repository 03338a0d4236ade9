#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest_signature.h"
#include "result.h"
#include "verification.h"

namespace opsg::publishing {

/// What a place is held to besides its manifest.
struct VerificationRequest {
  std::optional<std::string>
      audience;  ///< Whose release it must be; anybody's where none is given.
  /// Files ("CNAME") and folders (".well-known/") that are the host's own.
  std::vector<std::string> leave;
  std::optional<PublicKey> key;  ///< Whose signature the manifest must have.
};

/// Whether a path is one of those that a target leaves to its host.
bool is_left_to_host(std::string_view path, const std::vector<std::string>& leave);

/// Adds a difference where the text of the file `name` is not the key's signature of the manifest.
/// Fails where that cannot be found out.
Result<void> judge_signature(std::string_view manifest_text, std::string_view signature_text,
                             const PublicKey& key, const std::string& name,
                             Verification& verification);

}  // namespace opsg::publishing
