#pragma once

#include <ctime>
#include <string>

#include "output_tree.h"

namespace opsg::output {

/// What the file system tells of a tree without any file being read.
struct TreeState {
  /// Of each file's path, mode, size, inode and times, and each folder's path and mode, as SHA-256.
  /// A file cannot be written without another change time (ctime), which nobody but the system
  /// sets.
  std::string digest;
  timespec latest_change{};  ///< The latest change time of a file.
};

Result<TreeState> state_of(const Tree& tree, int jobs);

bool is_before(const timespec& a, const timespec& b);

}  // namespace opsg::output
