#pragma once

#include <filesystem>

#include "result.h"
#include "verification.h"
#include "verification_request.h"

namespace opsg::publishing {

/// Compares a folder with the manifest in it, trusting neither: symbolic links in it are not
/// followed, and nothing outside it is read. The folder itself may be reached through a link. Fails
/// where the folder cannot be read at all.
Result<Verification> verify_folder(const std::filesystem::path& folder,
                                   const VerificationRequest& request = {});

}  // namespace opsg::publishing
