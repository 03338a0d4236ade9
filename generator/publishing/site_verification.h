#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page_fetch.h"
#include "progress.h"
#include "result.h"
#include "verification.h"
#include "verification_request.h"

namespace opsg::publishing {

/// Compares what is served at `site` (a `site_address`) with the manifest that is served there, or
/// with `manifest` where one is given. Foreign files cannot be seen from outside. Fails where there
/// is no answer to begin with.
Result<Verification> verify_site(const std::string& site, const VerificationRequest& request,
                                 const std::optional<output::Manifest>& manifest = std::nullopt,
                                 const web::FetchLimits& limits = {}, Progress* progress = nullptr);

/// Fetches files of a site and compares them: differences are added, and equal files counted.
void verify_pages(const std::string& site, const std::vector<output::ManifestEntry>& files,
                  const web::FetchLimits& limits, Progress* progress, Verification& verification);

}  // namespace opsg::publishing
