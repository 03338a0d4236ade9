#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace opsg::comparison {

/// A file of a site, by its bytes.
struct FileDigest {
  std::string path;
  std::string sha256;
};

/// Paths, sorted.
struct FileComparison {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  std::vector<std::string> removed;
};

/// Both lists must be sorted by path.
FileComparison compare_files(const std::vector<FileDigest>& before,
                             const std::vector<FileDigest>& after);

/// How many of the paths are pages.
std::size_t count_pages(const std::vector<std::string>& paths);

}  // namespace opsg::comparison
