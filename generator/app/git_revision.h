#pragma once

#include <filesystem>
#include <string>

#include "diagnostic.h"
#include "result.h"
#include "sources.h"

namespace opsg::app {

/// The site in `root` as a revision of its git repository has it: what discover() would read of a
/// checkout, from git's objects alone. Neither the working tree nor the index is read or touched.
///
/// The repository may be a stranger's: no hook, filter, pager, file system monitor or program of
/// its configuration is run, and nothing is fetched. A failure where git is not installed, this is
/// no repository, or the revision, site.toml in it or an object is missing.
Result<SourceTree> read_revision(const std::filesystem::path& root, const std::string& revision,
                                 Diagnostics& diagnostics);

}  // namespace opsg::app
