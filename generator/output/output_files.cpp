#include "output_files.h"

#include <algorithm>
#include <string>

#include "output_manifest.h"

namespace opsg::output {

OutputFiles::OutputFiles(const RenderedSite& site, std::string_view manifest_text) {
  files_.reserve(site.files.size() + 1);
  for (const RenderedFile& file : site.files) files_.push_back({file.path, file.bytes});
  files_.push_back({kManifestName, manifest_text});
  std::sort(files_.begin(), files_.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
}

std::optional<std::size_t> OutputFiles::index_of(std::string_view path) const {
  const std::size_t at = lower_bound(path);
  return at < size() && files_[at].path == path ? std::optional(at) : std::nullopt;
}

bool OutputFiles::has_folder(std::string_view path) const {
  const std::string prefix = std::string(path) + '/';
  const std::size_t at = lower_bound(prefix);
  return at < size() && files_[at].path.starts_with(prefix);
}

std::size_t OutputFiles::lower_bound(std::string_view path) const {
  const auto at = std::lower_bound(
      files_.begin(), files_.end(), path,
      [](const OutputFile& file, std::string_view wanted) { return file.path < wanted; });
  return static_cast<std::size_t>(at - files_.begin());
}

}  // namespace opsg::output
