#pragma once

#include <string_view>

#include "diagnostic.h"
#include "sources.h"

namespace opsg::restricted {

/// Hidden files and editors' backups, which are no part of the site: ".x", "x~", "#x#".
bool is_ignored_name(std::string_view name);

/// Whether a file or folder may have this name: valid UTF-8 without control characters and '\'.
/// Reported as `file-name` at its folder, since such a name cannot be printed safely.
bool check_file_name(std::string_view folder, std::string_view name, Diagnostics& diagnostics);

/// Reports `file-name` for names that a file system could take for one another (by case, accents or
/// Unicode normalisation), `file-misplaced` for files that nothing reads and `meeting-slug` for
/// folders of meetings whose name makes no URL.
void check_file_places(const SourceTree& tree, Diagnostics& diagnostics);

}  // namespace opsg::restricted
