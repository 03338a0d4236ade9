#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "command_reference.h"

namespace opsg::reference {

struct ReferenceFile {
  std::filesystem::path path;
  std::string text;
};

/// Manual pages (man/) and completions (bash/, zsh/, fish/), under the names that man and the
/// shells look for.
std::vector<ReferenceFile> reference_files(const app::CommandReference& program,
                                           std::string_view version);

}  // namespace opsg::reference
