#pragma once

#include <filesystem>

#include "diagnostic.h"
#include "result.h"
#include "sources.h"

namespace opsg::restricted {

/// Reads site.toml and everything below content/ of the site in `root`, sorted by path whatever the
/// order of the directories. Hidden files and editors' backups are left out. What a site may not
/// hold is left out and reported: `symlink` (a link to a folder, or one that leaves the site),
/// `file-name`, `file-too-large`, `file-special`. A file or folder that the machine does not let us
/// read is a failure. `jobs` files are read at once.
Result<SourceTree> discover(const std::filesystem::path& root, int jobs, Diagnostics& diagnostics);

/// site.toml alone; without findings.
Result<SourceTree> read_site_file(const std::filesystem::path& root);

}  // namespace opsg::restricted
