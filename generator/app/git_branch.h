#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace opsg::app {

/// The branch that the repository of the folder is about: its host's default one where that is
/// known, or else the present one, which need not have a commit yet. Nothing where the folder is in
/// no repository, or at no branch.
std::optional<std::string> main_branch(const std::filesystem::path& folder);

}  // namespace opsg::app
