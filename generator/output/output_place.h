#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "file_descriptor.h"
#include "output_error.h"

namespace opsg::output {

/// A folder that the output must neither be nor contain.
struct ProtectedFolder {
  std::filesystem::path path;
  std::string name;  ///< For messages: "the content folder".
  /// Whether the output may lie in it: the site's own folder may hold it, content and themes not.
  bool may_hold_output = false;
};

struct OutputTarget {
  std::filesystem::path folder;  ///< May not exist yet; the folder that holds it must.
  /// Besides `/` and $HOME, which always are.
  std::vector<ProtectedFolder> protected_folders;
  std::string action = "build into";  ///< For messages: "cannot build into public: ...".
  int jobs = 1;                       ///< Threads that may compare and write files.
};

/// An output folder that may be written as far as its place goes.
struct OutputPlace {
  std::filesystem::path path;  ///< Absolute, without symbolic links.
  std::string name;            ///< Its last part.
  FileDescriptor parent;       ///< The folder that holds it, open.
};

/// What the hidden folder beside an output folder ends in; it begins with "." and the name.
inline constexpr std::string_view kStandbySuffix = ".opsg-standby";

/// Where the target is, with symbolic links on the way to it resolved. Refused: a target that is
/// itself a symbolic link or no folder, that is or contains a protected folder or lies in one that
/// may not hold it, and that lies inside another output folder or its standby area. Folders are
/// told apart by device and inode, so that bind mounts and other spellings deceive nobody.
Outcome<OutputPlace> resolve_place(const OutputTarget& target);

}  // namespace opsg::output
