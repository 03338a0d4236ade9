#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "output_manifest.h"
#include "page_fetch.h"
#include "progress.h"
#include "verification.h"

namespace opsg::publishing {

/// What a publish has done, to be seen from outside.
struct LiveCheckRequest {
  std::string site;                    ///< A `site_address`.
  const output::Manifest* manifest{};  ///< What is published now.
  std::vector<std::string> uploaded;   ///< Paths that are new or have other bytes.
  std::vector<std::string> removed;    ///< Paths that are no longer served.
  /// How long caches and hosts that deploy late are waited for.
  std::chrono::seconds patience{60};
  web::FetchLimits limits;
  Progress* progress = nullptr;
};

struct LiveCheck {
  std::size_t gone = 0;   ///< Addresses that answer 404 or 410, as they should.
  std::size_t equal = 0;  ///< Pages of the sample that are what the manifest says.
  std::vector<Difference> differences;

  bool holds() const { return differences.empty(); }
};

/// Asks for every removed file as a stranger would (it must answer 404 or 410, at its own address
/// and at its folder's), and for a sample of the site, which must match the manifest. What does not
/// yet is asked for again, less and less often, as long as there is patience.
LiveCheck check_live(const LiveCheckRequest& request);

/// The files that are compared: the home page, the newest meetings, some of those that were
/// uploaded and some of all. The same manifest gives the same.
std::vector<output::ManifestEntry> live_sample(const output::Manifest& manifest,
                                               const std::vector<std::string>& uploaded);

}  // namespace opsg::publishing
