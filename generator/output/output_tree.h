#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <vector>

#include "file_descriptor.h"
#include "output_files.h"
#include "result.h"

namespace opsg::output {

inline constexpr mode_t kFileMode = 0644;
inline constexpr mode_t kFolderMode = 0755;

/// An open folder and what to call it in messages. No function here follows a symbolic link in it.
/// Those that work on many files take the number of threads that may share the work.
struct Tree {
  FileDescriptor folder;
  std::string name;
};

/// The folder `name` of `parent`, which must not be a symbolic link. `shown` is its name in
/// messages.
Result<Tree> open_tree(const FileDescriptor& parent, const std::string& name, std::string shown);

/// Whether the tree has this file with these bytes and our mode. What cannot be read it has not: it
/// will be made anew.
bool holds(const Tree& tree, const OutputFile& wanted);

struct ListedFolder {
  std::string path;
  mode_t mode = 0;
};

/// Paths below the tree's root, sorted; folders stand before what they contain.
struct TreeListing {
  std::vector<std::string> files;  ///< Whatever is no folder, symbolic links and pipes included.
  std::vector<ListedFolder> folders;
};

Result<TreeListing> list_tree(const Tree& tree);

/// What has to be done to a tree so that it holds exactly some files, bytes and modes.
struct TreeDifference {
  std::vector<std::string> stale_files;
  std::vector<std::string> stale_folders;
  std::vector<std::string> folders_of_other_mode;
  std::vector<OutputFile> missing;  ///< Those whose bytes or mode differ are stale and missing.

  bool empty() const {
    return stale_files.empty() && stale_folders.empty() && folders_of_other_mode.empty() &&
           missing.empty();
  }
};

Result<TreeDifference> compare_tree(const Tree& tree, const OutputFiles& wanted, int jobs = 1);

/// Removes what is stale and nothing else. Files are unlinked, never truncated: a web server may
/// still be sending one that it opened when the tree was live.
Result<void> remove_stale(const Tree& tree, const TreeDifference& difference, int jobs = 1);

/// Removes the folder `name` of `parent` with everything in it; where there is none, nothing.
Result<void> remove_tree(const FileDescriptor& parent, const std::string& name, std::string shown);

/// Makes the missing files, their folders, and the modes right, whatever the umask is.
Result<void> write_missing(const Tree& tree, const TreeDifference& difference, int jobs = 1);

/// Gives `to` the same file that `from` has, as a second name of it; not its bytes anew.
Result<void> link_file(const Tree& from, const Tree& to, const std::string& path);

}  // namespace opsg::output
