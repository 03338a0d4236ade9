#include "file_comparison.h"

#include <algorithm>

namespace opsg::comparison {

FileComparison compare_files(const std::vector<FileDigest>& before,
                             const std::vector<FileDigest>& after) {
  FileComparison files;
  auto old_file = before.begin();
  auto new_file = after.begin();
  while (old_file != before.end() || new_file != after.end()) {
    const bool only_old =
        new_file == after.end() || (old_file != before.end() && old_file->path < new_file->path);
    const bool only_new =
        old_file == before.end() || (new_file != after.end() && new_file->path < old_file->path);
    if (only_old) {
      files.removed.push_back((old_file++)->path);
    } else if (only_new) {
      files.added.push_back((new_file++)->path);
    } else {
      if (old_file->sha256 != new_file->sha256) files.changed.push_back(new_file->path);
      ++old_file;
      ++new_file;
    }
  }
  return files;
}

std::size_t count_pages(const std::vector<std::string>& paths) {
  return static_cast<std::size_t>(std::count_if(
      paths.begin(), paths.end(), [](const std::string& path) { return path.ends_with(".html"); }));
}

}  // namespace opsg::comparison
