#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "output_manifest.h"
#include "result.h"

namespace opsg::publishing {

/// Withdrawn paths of a target that nobody has yet seen to be gone from outside: a list kept beside
/// the output folder, so that a publish that was killed or not confirmed is confirmed by the next.
/// None but its owner may read it.
class PendingRemovals {
 public:
  explicit PendingRemovals(std::filesystem::path file) : file_(std::move(file)) {}

  /// What an earlier publish has left, without what `next` has again, and with what `next` no
  /// longer has of `published`. Remembered until clear().
  Result<std::vector<std::string>> add(const output::Manifest& published,
                                       const output::Manifest& next);
  /// All were seen to be gone.
  Result<void> clear();

 private:
  std::filesystem::path file_;
};

}  // namespace opsg::publishing
