#include "content_index.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>

#include "tree_index.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

constexpr std::time_t kCoarsestClock = 2;
constexpr std::array<std::int64_t, 6> kTrustedFileSystems = {
    EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC,
    F2FS_SUPER_MAGIC, TMPFS_MAGIC,     0x2fc12fc1 /* ZFS, which is not in the kernel's tree */};

FileDescriptor open_content(const fs::path& root) {
  constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  return FileDescriptor(::open((root / "content").c_str(), kOpenFolder));
}

}  // namespace

bool tells_changes(const FileDescriptor& folder) {
  struct statfs system {};
  if (::fstatfs(folder.get(), &system) != 0) return false;
  return std::find(kTrustedFileSystems.begin(), kTrustedFileSystems.end(), system.f_type) !=
         kTrustedFileSystems.end();
}

output::KeptTree content_index(const fs::path& root, timespec begun, int jobs) {
  const FileDescriptor content = open_content(root);
  if (!content || !tells_changes(content)) return {};
  auto index = index_tree(content, jobs);
  begun.tv_sec -= kCoarsestClock;
  if (!index || !index->is_plain || !is_before(index->latest_change, begun)) return {};
  return {std::move(index->paths), std::move(index->digest)};
}

bool content_stands(const fs::path& root, const output::KeptTree& index, int jobs) {
  if (index.digest.empty()) return false;
  const FileDescriptor content = open_content(root);
  return content && digest_of_tree(content, index.paths, jobs) == index.digest;
}

}  // namespace opsg::app
