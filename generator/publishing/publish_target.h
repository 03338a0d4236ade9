#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output_manifest.h"
#include "publish_config.h"
#include "publish_error.h"

namespace opsg::publishing {

/// What goes out: a folder that holds exactly the files of its manifest, the manifest itself, and
/// perhaps the manifest's signature. It was verified, and nobody else writes it meanwhile. It is
/// complete: what a target carries over from the last release is in it already.
struct Release {
  std::filesystem::path folder;
  output::Manifest manifest;
};

struct PublishRequest {
  bool dry_run = false;  ///< Say what would be done; change nothing.
  bool break_lock =
      false;  ///< Where a target cannot tell a lock of the dead: take it all the same.
  /// Told of each step before it is taken, in a few words: "uploading assets". May be empty.
  std::function<void(std::string_view)> step;

  void tell(std::string_view what) const {
    if (step) step(what);
  }
};

/// What was done, or with `dry_run` would be: paths below the site's root.
struct PublishReport {
  std::vector<std::string> uploaded;  ///< New, or with other bytes.
  std::vector<std::string> removed;   ///< No longer served, what an earlier run left included.
  std::size_t unchanged = 0;
  std::string release;  ///< The release's name, where the target keeps several.

  bool up_to_date() const { return uploaded.empty() && removed.empty(); }
};

/// A place that releases are published to.
class PublishTarget {
 public:
  virtual ~PublishTarget() = default;

  /// A file of what is published there now, by its path below the site's root: its manifest,
  /// data/passages.json. Nothing where there is none, or no site yet.
  virtual Published<std::optional<std::string>> read(const std::string& path) = 0;

  /// Makes what stands there equal to the release. Whoever runs it again after a failure finishes
  /// what was left. Takes the target's lock, where it can have one. Refuses a place that holds
  /// what opsg-site did not put there, or another audience's site.
  virtual Published<PublishReport> publish(const Release& release,
                                           const PublishRequest& request) = 0;
};

/// `site_root` is what relative paths in the configuration are relative to.
Published<std::unique_ptr<PublishTarget>> make_target(const TargetConfig& config,
                                                      const std::filesystem::path& site_root);

}  // namespace opsg::publishing
