#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "publish_target.h"

namespace opsg::publishing {

struct PastRelease {
  std::string name;
  bool is_current = false;
};

/// A target that keeps its last releases and can serve one of them again. It knows nothing of what
/// today's policy says of them: that is judged before.
class ReleaseHistory {
 public:
  virtual ~ReleaseHistory() = default;

  /// Newest first.
  virtual Published<std::vector<PastRelease>> releases() = 0;

  /// The name of the release that is meant; refused where there is none. Empty for the last one
  /// before the current one.
  virtual Published<std::string> find(const std::string& name_or_number) = 0;

  /// Where its files are.
  virtual Published<std::filesystem::path> folder_of(const std::string& release) = 0;

  /// Serves it from one moment to the next.
  virtual Published<void> switch_back(const std::string& release,
                                      const PublishRequest& request) = 0;
};

/// Refused for targets that keep no releases.
Published<std::unique_ptr<ReleaseHistory>> make_history(const TargetConfig& config,
                                                        const std::filesystem::path& site_root);

}  // namespace opsg::publishing
