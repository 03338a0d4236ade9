#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "file_descriptor.h"
#include "publish_error.h"

namespace opsg::publishing {

/// What this user's publishes to a remote place have left on this machine: a lock, so that no two
/// of them are at work, and the token of the last, so that the next one knows a journal that was
/// left behind for its own. It lies in $XDG_STATE_HOME/opsg-site or ~/.local/state/opsg-site; where
/// there is neither, nothing is remembered.
class PublisherMemory {
 public:
  PublisherMemory() = default;  ///< Locks and remembers nothing.

  /// Fails where another process of this user publishes to the same place.
  static Published<PublisherMemory> open(const std::string& place);

  /// Empty where nothing is remembered.
  const std::string& token() const { return token_; }
  Published<void> remember(const std::string& token);

 private:
  PublisherMemory(std::filesystem::path file, FileDescriptor lock, std::string token)
      : file_(std::move(file)), lock_(std::move(lock)), token_(std::move(token)) {}

  std::filesystem::path file_;
  FileDescriptor lock_;
  std::string token_;
};

}  // namespace opsg::publishing
