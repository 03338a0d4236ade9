#include "release_fixture.h"

#include <fstream>
#include <iterator>

namespace opsg::testing {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

ReleaseFixture::ReleaseFixture(const Files& files, const std::string& audience)
    : folder_(files, audience),
      release_{folder_.path(), manifest_of(files, audience)},
      published_(files) {
  published_.emplace(output::kManifestName, output::format_manifest(release_.manifest));
}

Files everything_in(const fs::path& folder) {
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    const fs::file_type type = entry.symlink_status().type();
    if (type == fs::file_type::directory) {
      if (fs::is_empty(entry.path())) files[path + '/'] = "(folder)";
    } else {
      files[path] = type == fs::file_type::regular ? bytes_of(entry.path()) : "(special)";
    }
  }
  return files;
}

}  // namespace opsg::testing
