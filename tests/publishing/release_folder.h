#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "output_manifest.h"
#include "temp_folder.h"

namespace opsg::testing {

/// Bytes by path.
using Files = std::map<std::string, std::string>;

void write(const std::filesystem::path& path, std::string_view bytes);

/// The manifest of a site with these files.
output::Manifest manifest_of(const Files& files, const std::string& audience = "public");

/// A folder that holds a release: the files and their manifest.
class ReleaseFolder {
 public:
  explicit ReleaseFolder(const Files& files, const std::string& audience = "public");

  const std::filesystem::path& path() const { return folder_.path(); }
  std::filesystem::path operator/(const std::filesystem::path& name) const {
    return folder_ / name;
  }

 private:
  TempFolder folder_;
};

}  // namespace opsg::testing
