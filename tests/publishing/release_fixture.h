#pragma once

#include <filesystem>
#include <string>

#include "publish_target.h"
#include "release_folder.h"
#include "temp_folder.h"

namespace opsg::testing {

/// A release as `publish` hands it to a target.
class ReleaseFixture {
 public:
  explicit ReleaseFixture(const Files& files, const std::string& audience = "public");

  const publishing::Release& release() const { return release_; }
  /// What must be there once it is published: the files and the manifest.
  const Files& published() const { return published_; }

 private:
  ReleaseFolder folder_;
  publishing::Release release_;
  Files published_;
};

/// $XDG_STATE_HOME in a folder of its own: what one publisher remembers.
class PublisherHome {
 public:
  PublisherHome() { ::setenv("XDG_STATE_HOME", folder_.path().c_str(), 1); }

 private:
  TempFolder folder_;
};

/// Every file below a folder, those with a dot included; "(special)" for what is no regular file,
/// and "(folder)" for empty folders.
Files everything_in(const std::filesystem::path& folder);

}  // namespace opsg::testing
