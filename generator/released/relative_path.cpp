#include "relative_path.h"

#include <filesystem>
#include <vector>

#include "text.h"

namespace opsg::released {

std::optional<std::string> joined_path(std::string_view file, std::string_view relative) {
  std::vector<std::string_view> parts = split(file, '/');
  parts.pop_back();
  for (const std::string_view part : split(relative, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string path;
  for (const std::string_view part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path;
}

std::string relative_path(std::string_view file, std::string_view target) {
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  return std::filesystem::path(target).lexically_relative(folder).generic_string();
}

}  // namespace opsg::released
