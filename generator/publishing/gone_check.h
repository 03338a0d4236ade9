#pragma once

#include <string>
#include <vector>

#include "output_manifest.h"
#include "page_fetch.h"
#include "progress.h"
#include "verification.h"

namespace opsg::publishing {

/// An address that must be gone, and the file that was there.
struct GoneAddress {
  std::string path;
  std::string url;
};

/// Where files that were removed from a site could still be read. A page is read at its folder's
/// address, but may be cached at its own as well; a folder that has other files in `manifest` yet
/// may answer as it likes.
std::vector<GoneAddress> gone_addresses(const std::string& site, const output::Manifest& manifest,
                                        const std::vector<std::string>& removed);

/// Asks for each address as a stranger would, and gives those that answer anything but 404 or 410:
/// these are `withdrawn` differences too.
std::vector<GoneAddress> still_served(const std::vector<GoneAddress>& addresses,
                                      const web::FetchLimits& limits, Progress* progress,
                                      std::vector<Difference>& differences);

}  // namespace opsg::publishing
