#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include "file_descriptor.h"
#include "result.h"

namespace opsg {

/// What stands below a folder, by the file system's word: enough to see later, without listing a
/// folder or reading a file, that nothing was added, removed, renamed or written since. Git calls
/// the same its index.
struct TreeIndex {
  /// Of all folders, the tree's own first, and all else: the path from the tree's folder, and a
  /// NUL.
  std::string paths;
  /// Of what the file system tells of each path, as SHA-256: kind, mode, device, inode, size and
  /// times. No file can be written, and no folder have an entry more or less, without another
  /// change time (ctime), which nobody but the system sets.
  std::string digest;
  /// The latest change time of them all.
  timespec latest_change{};
  /// Whether there is nothing but folders and regular files, all on one device, with paths of one
  /// line: what a link leads to could change unseen.
  bool is_plain = true;
};

/// Looks at the whole tree, by up to `jobs` threads. What is changed meanwhile may be in the index
/// or not; such a change is no earlier than the moment of the call.
Result<TreeIndex> index_tree(const FileDescriptor& folder, int jobs);

/// What `TreeIndex::digest` would be today of a tree that has the same paths; nothing where one of
/// them is gone.
std::optional<std::string> digest_of_tree(const FileDescriptor& folder, std::string_view paths,
                                          int jobs);

/// The time that the system stamps files with now. It goes in steps of some milliseconds.
timespec file_clock();

bool is_before(const timespec& a, const timespec& b);

}  // namespace opsg
