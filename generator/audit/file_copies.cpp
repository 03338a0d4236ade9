#include "file_copies.h"

#include <algorithm>

namespace opsg::audit {

FileCopies::FileCopies(const std::vector<std::string_view>& contents) {
  by_size_.reserve(contents.size());
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (!contents[i].empty()) by_size_.push_back({contents[i], i});
  }
  std::stable_sort(by_size_.begin(), by_size_.end(),
                   [](const File& a, const File& b) { return a.bytes.size() < b.bytes.size(); });
}

std::optional<std::size_t> FileCopies::find(std::string_view bytes) const {
  auto at = std::partition_point(by_size_.begin(), by_size_.end(), [&](const File& file) {
    return file.bytes.size() < bytes.size();
  });
  for (; at != by_size_.end() && at->bytes.size() == bytes.size(); ++at) {
    if (at->bytes == bytes) return at->index;
  }
  return std::nullopt;
}

}  // namespace opsg::audit
