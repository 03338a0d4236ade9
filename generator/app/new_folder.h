#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "result.h"

namespace opsg::app {

/// A file of a folder that is to be written.
struct FolderFile {
  std::string name;  ///< "minutes.md"
  std::string text;
};

/// Writes a folder that is not there yet, with all of its files or not at all: they are written
/// beside it, and renamed into its place. Folders above it are made.
Result<void> write_new_folder(const std::filesystem::path& folder,
                              const std::vector<FolderFile>& files);

}  // namespace opsg::app
