#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg::released {

/// "content/meetings/x/minutes.md" and "../y/headlines.md" -> "content/meetings/y/headlines.md".
/// Nothing for a path that leaves the site.
std::optional<std::string> joined_path(std::string_view file, std::string_view relative);

/// The other way about: `target` as a link in `file` has it.
std::string relative_path(std::string_view file, std::string_view target);

}  // namespace opsg::released
