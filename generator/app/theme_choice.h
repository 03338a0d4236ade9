#pragma once

#include <filesystem>
#include <string>

#include "diagnostic.h"
#include "result.h"
#include "sources.h"
#include "theme.h"

namespace opsg::app {

/// The theme that site.toml names: the site's own themes/<name>/, or the one that comes with the
/// program. `theme-missing` where there is neither.
Result<released::ThemeFiles> choose_theme(const std::filesystem::path& root, const SourceTree& tree,
                                          Diagnostics& diagnostics);

}  // namespace opsg::app
