#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "file_descriptor.h"
#include "output_place.h"
#include "publish_target.h"

namespace opsg::publishing {

/// A file that goes out besides those of the build.
struct AddedFile {
  std::string path;
  std::string bytes;
  bool carried = false;  ///< As in output::ManifestEntry.
};

/// Where a release is put together: a folder in the standby area beside the output folder, on the
/// same disk and open to its owner alone. It holds the lock of the site's publishing for as long as
/// it lives, and leaves no release behind.
class ReleaseStage {
 public:
  /// Takes the lock; a second publish of this output folder fails.
  static Published<ReleaseStage> open(const output::OutputPlace& place);

  ReleaseStage(ReleaseStage&&) = default;
  ReleaseStage& operator=(ReleaseStage&&) = delete;
  ~ReleaseStage();

  /// The files of the output folder, by its manifest, with others. Of one path the output folder's
  /// file is meant.
  Published<Release> put_together(const std::vector<AddedFile>& added) const;

 private:
  ReleaseStage(std::filesystem::path built, std::filesystem::path area, FileDescriptor folder,
               FileDescriptor lock)
      : built_(std::move(built)),
        area_(std::move(area)),
        folder_(std::move(folder)),
        lock_(std::move(lock)) {}

  std::filesystem::path built_;
  std::filesystem::path area_;
  FileDescriptor folder_;
  FileDescriptor lock_;
};

}  // namespace opsg::publishing
