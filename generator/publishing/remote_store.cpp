#include "remote_store.h"

#include <algorithm>

namespace opsg::publishing {

const RemoteFile* RemoteListing::find(const std::string& path) const {
  const auto at = std::lower_bound(
      files.begin(), files.end(), path,
      [](const RemoteFile& file, const std::string& wanted) { return file.path < wanted; });
  return at != files.end() && at->path == path ? &*at : nullptr;
}

void RemoteListing::sort() {
  std::sort(files.begin(), files.end(),
            [](const RemoteFile& a, const RemoteFile& b) { return a.path < b.path; });
  std::sort(folders.begin(), folders.end());
}

}  // namespace opsg::publishing
