#include "sources.h"

#include <algorithm>
#include <cassert>

namespace opsg {

const SourceFile* SourceTree::find(std::string_view path) const {
  const auto at = std::lower_bound(
      files.begin(), files.end(), path,
      [](const SourceFile& file, std::string_view wanted) { return file.path.view() < wanted; });
  return at != files.end() && at->path.view() == path ? &*at : nullptr;
}

std::uint32_t Fragment::original_line(std::uint32_t line) const {
  assert(line >= 1 && line <= original_lines.size());
  return original_lines[line - 1];
}

}  // namespace opsg
