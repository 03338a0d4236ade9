#pragma once

#include <ctime>
#include <filesystem>

#include "build_stamp.h"
#include "file_descriptor.h"

namespace opsg::app {

/// Whether the folder's file system is known to give a file another change time with each write, by
/// this machine's clock: it is none of a network.
bool tells_changes(const FileDescriptor& folder);

/// The index of a site's content/ as it has stood since before `begun` (of the file_clock()): who
/// read it after that has read what it tells of. Empty where that cannot be said:
/// - something was changed at that time, or up to two seconds before, which is the coarsest clock
/// of
///   a file system: a further change may have left no trace (Git says "racily clean"),
/// - there is a link, a pipe, or another file system mounted,
/// - its file system may not tell of each change (see tells_changes()).
output::KeptTree content_index(const std::filesystem::path& root, timespec begun, int jobs);

/// Whether content/ is as the index has it.
bool content_stands(const std::filesystem::path& root, const output::KeptTree& index, int jobs);

}  // namespace opsg::app
