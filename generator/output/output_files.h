#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "rendered_site.h"

namespace opsg::output {

struct OutputFile {
  std::string_view path;
  std::string_view bytes;
};

/// Every file that a finished tree has, its manifest included, sorted by path. Only views: the site
/// and the manifest's text must outlive it.
class OutputFiles {
 public:
  OutputFiles() = default;  ///< Those of an empty tree.
  OutputFiles(const RenderedSite& site, std::string_view manifest_text);

  std::optional<std::size_t> index_of(std::string_view path) const;
  bool has_folder(std::string_view path) const;

  std::size_t size() const { return files_.size(); }
  const OutputFile& operator[](std::size_t index) const { return files_[index]; }

 private:
  std::size_t lower_bound(std::string_view path) const;

  std::vector<OutputFile> files_;
};

}  // namespace opsg::output
