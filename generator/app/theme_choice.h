#pragma once

#include <filesystem>
#include <string>

#include "diagnostic.h"
#include "result.h"
#include "sources.h"
#include "theme_files.h"

namespace opsg::app {

/// The theme that site.toml names, file by file: the site's overrides/ before its themes/<name>/,
/// that one before what comes with the program under the name, and all before the theme that
/// theme.toml inherits. Reports `theme-missing`, `theme-cycle` and what read_theme_folder() does.
Result<released::ThemeFiles> choose_theme(const std::filesystem::path& root, const SourceTree& tree,
                                          Diagnostics& diagnostics);

}  // namespace opsg::app
