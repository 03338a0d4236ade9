#pragma once

#include <filesystem>

#include "result.h"
#include "verification.h"
#include "verification_request.h"

namespace opsg::publishing {

/// A manifest that lies somewhere by itself, or in the folder of a release. Where the request has a
/// key, its signature must lie beside it, under the manifest's name with ".minisig". Nothing of the
/// release itself is read.
Result<Verification> read_manifest_file(const std::filesystem::path& file_or_folder,
                                        const VerificationRequest& request);

}  // namespace opsg::publishing
