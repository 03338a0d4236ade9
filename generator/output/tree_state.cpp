#include "tree_state.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <vector>

#include "file_system.h"
#include "parallel.h"
#include "sha256.h"

namespace opsg::output {
namespace {

using FileStatus = struct stat;

Result<std::vector<FileStatus>> status_of_files(const Tree& tree,
                                                const std::vector<std::string>& files, int jobs) {
  std::vector<FileStatus> all(files.size());
  const auto read = try_each_index(files.size(), jobs, [&](std::size_t i) -> Result<void> {
    const int found = ::fstatat(tree.folder.get(), files[i].c_str(), &all[i], AT_SYMLINK_NOFOLLOW);
    if (found == 0) return {};
    return system_failure(fmt::format("look at {}/{}", tree.name, files[i]), errno);
  });
  if (!read) return tl::unexpected(read.error());
  return all;
}

/// A path holds no line break (see check_paths), but what others put there may: so its length.
std::string line_of(const std::string& path, const FileStatus& file) {
  return fmt::format("{} {} {} {} {} {}.{} {}.{}\n", path.size(), path, file.st_mode, file.st_size,
                     file.st_ino, file.st_mtim.tv_sec, file.st_mtim.tv_nsec, file.st_ctim.tv_sec,
                     file.st_ctim.tv_nsec);
}

}  // namespace

bool is_before(const timespec& a, const timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

Result<TreeState> state_of(const Tree& tree, int jobs) {
  const auto listing = list_tree(tree);
  if (!listing) return tl::unexpected(listing.error());
  const auto files = status_of_files(tree, listing->files, jobs);
  if (!files) return tl::unexpected(files.error());
  TreeState state;
  Sha256 digest;
  for (std::size_t i = 0; i < files->size(); ++i) {
    const FileStatus& file = (*files)[i];
    digest.add(line_of(listing->files[i], file));
    if (is_before(state.latest_change, file.st_ctim)) state.latest_change = file.st_ctim;
  }
  for (const ListedFolder& folder : listing->folders) {
    digest.add(fmt::format("{} {} {}\n", folder.path.size(), folder.path, folder.mode));
  }
  state.digest = digest.hex();
  return state;
}

}  // namespace opsg::output
