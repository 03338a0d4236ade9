#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "file_descriptor.h"
#include "output_place.h"
#include "output_tree.h"
#include "result.h"

namespace opsg::output {

/// The hidden folder beside an output folder (see StandbyArea).
std::filesystem::path standby_path(const OutputPlace& place);

/// Opens it, made where there is none.
Result<FileDescriptor> open_standby_folder(const OutputPlace& place);

/// The hidden folder beside the output folder, `.public.opsg-standby` for `public`: on the same
/// file system, outside what is served, and open to its owner alone (what waits in it is not public
/// yet, or no longer). It holds
///
///   lock      held for as long as a StandbyArea lives; a second build fails
///   tree      the tree that the next site is made in
///   release   what is just being published (see publishing/release_stage.h), and its lock
///   stamp     what the output folder was built from (see build_stamp.h)
///   retired   the old site between the two renames of an exchange that cannot be one
class StandbyArea {
 public:
  /// Makes it where need be, takes the lock, and mends what a killed build has left: a retired site
  /// goes back to the output folder where that is missing, and is the standby tree otherwise.
  static Result<StandbyArea> open(const OutputPlace& place);

  /// The standby tree, made where there is none.
  Result<Tree> tree() const;

  /// Puts the standby tree at the output folder's place, and what was there becomes the standby
  /// tree. One system call where the file system can exchange two folders, so that whoever looks
  /// finds the old site or the new one. Elsewhere (NFS, some FUSE file systems) two renames: a
  /// reader between them finds no site, and after a kill there the next build puts the old one
  /// back. On failure the old site stands.
  Result<void> exchange(const OutputPlace& place) const;

  /// Keeps a small file in the area, for its owner alone, whole or not at all. It is not synced:
  /// what is kept here must be checked when it is read.
  Result<void> keep(const char* file_name, std::string_view bytes) const;
  /// Removes it again, where it is.
  Result<void> forget(const char* file_name) const;

 private:
  StandbyArea(FileDescriptor folder, FileDescriptor lock, std::string name)
      : folder_(std::move(folder)), lock_(std::move(lock)), name_(std::move(name)) {}

  Result<void> recover(const OutputPlace& place) const;
  Result<void> discard_retired() const;
  Result<void> exchange_in_two_steps(const OutputPlace& place) const;

  FileDescriptor folder_;
  FileDescriptor lock_;
  std::string name_;  ///< For messages.
};

}  // namespace opsg::output
