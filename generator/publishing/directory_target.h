#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "output_place.h"
#include "publish_target.h"
#include "release_history.h"

namespace opsg::publishing {

/// Releases side by side in a folder of this machine (see DirectoryLayout), of which the web server
/// serves the one that `current` leads to. Whoever opens a path below `current` finds the last
/// release or the new one, whole, even if this process is killed or the power is lost.
class DirectoryTarget : public PublishTarget, public ReleaseHistory {
 public:
  /// `place` was resolved by output::resolve_place().
  DirectoryTarget(std::filesystem::path path, std::string audience, std::size_t keep)
      : path_(std::move(path)), audience_(std::move(audience)), keep_(keep) {}

  Published<std::optional<std::string>> read(const std::string& path) override;
  Published<PublishReport> publish(const Release& release, const PublishRequest& request) override;

  Published<std::vector<PastRelease>> releases() override;
  Published<std::string> find(const std::string& name_or_number) override;
  Published<std::filesystem::path> folder_of(const std::string& release) override;
  Published<void> switch_back(const std::string& release, const PublishRequest& request) override;

 private:
  Published<PublishReport> plan(const Release& release) const;

  std::filesystem::path path_;
  std::string audience_;
  std::size_t keep_;
};

}  // namespace opsg::publishing
