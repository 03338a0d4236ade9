#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "manifest_signature.h"
#include "result.h"
#include "verification.h"

namespace opsg::publishing {

struct VerificationRequest {
  std::optional<std::string>
      audience;  ///< Whose release it must be; anybody's where none is given.
  /// Files ("CNAME") and folders (".well-known/") that are the host's own.
  std::vector<std::string> leave;
  std::optional<PublicKey> key;  ///< Whose signature the manifest must have.
};

/// Compares a folder with the manifest in it, trusting neither: symbolic links in it are not
/// followed, and nothing outside it is read. The folder itself may be reached through a link. Fails
/// where the folder cannot be read at all.
Result<Verification> verify_folder(const std::filesystem::path& folder,
                                   const VerificationRequest& request = {});

/// Whether a path is one of those that a target leaves to its host.
bool is_left_to_host(std::string_view path, const std::vector<std::string>& leave);

}  // namespace opsg::publishing
