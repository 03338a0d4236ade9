#pragma once

#include <filesystem>
#include <string_view>

#include "result.h"

namespace opsg::app {

/// Whether a profile may be written there: not where its site goes, and not into any other output
/// folder. It names files, whatever their labels, and output folders are served.
Result<void> check_profile_place(const std::filesystem::path& file,
                                 const std::filesystem::path& output_folder);

/// Writes or replaces a file that none but its owner may read. What is no file, such as /dev/null or
/// a pipe, is written into and stays what it is.
Result<void> write_private_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace opsg::app
