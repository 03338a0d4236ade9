#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "file_descriptor.h"
#include "output_tree.h"
#include "publish_error.h"
#include "release_name.h"

namespace opsg::publishing {

/// The folder of a directory target, open. It holds
///
///   current          -> releases/NAME: what is served
///   releases/NAME/   the releases that are kept
///   incoming/        the next release, until it is whole
///   outgoing/        an old release, while it is removed
///   .lock            held by who publishes
///
/// and nothing else. A release is never changed once it is among the releases.
class DirectoryLayout {
 public:
  /// Nothing where the folder does not exist. Refused where it holds what is not named above.
  static Published<std::optional<DirectoryLayout>> open(const std::filesystem::path& path);

  /// Makes the folder where need be and takes its lock; a second publisher fails.
  static Published<DirectoryLayout> open_locked(const std::filesystem::path& path);

  const std::vector<ReleaseName>& releases() const { return releases_; }  ///< Oldest first.
  /// The one that is served. Null before the first, and where somebody removed it.
  const ReleaseName* current() const;
  /// The one of this name or number; null where there is none.
  const ReleaseName* find(std::string_view name_or_number) const;
  std::string shown(std::string_view entry) const { return (path_ / entry).string(); }

  Result<output::Tree> open_release(const ReleaseName& name) const;

  // What follows needs the lock.

  /// Removes what a killed publisher has left.
  Result<void> clean();
  /// An empty folder for the next release, open to its owner alone.
  Result<output::Tree> make_incoming() const;
  /// The incoming folder becomes the release of this name, on disk.
  Result<void> admit(const output::Tree& incoming, const ReleaseName& name);
  /// From one moment to the next, the release is served; on disk.
  Result<void> switch_to(const ReleaseName& name);
  /// Removes the release from the disk.
  Result<void> remove(const ReleaseName& name);

 private:
  DirectoryLayout(FileDescriptor folder, std::filesystem::path path)
      : folder_(std::move(folder)), path_(std::move(path)) {}

  Published<void> take_lock();
  Published<void> list();
  Published<void> read_current();
  std::string in_releases(const ReleaseName& name) const;

  FileDescriptor folder_;
  FileDescriptor lock_;
  std::filesystem::path path_;
  std::vector<ReleaseName> releases_;
  std::optional<std::string> current_;
};

}  // namespace opsg::publishing
