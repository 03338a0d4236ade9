#include "release_folder.h"

#include <fstream>

namespace opsg::testing {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

output::Manifest manifest_of(const Files& files, const std::string& audience) {
  RenderedSite site{audience, {}};
  for (const auto& [path, bytes] : files) site.files.push_back({path, bytes});
  return output::make_manifest(site);
}

ReleaseFolder::ReleaseFolder(const Files& files, const std::string& audience) {
  for (const auto& [path, bytes] : files) write(folder_ / path, bytes);
  write(folder_ / output::kManifestName, output::format_manifest(manifest_of(files, audience)));
}

}  // namespace opsg::testing
