#pragma once

#include <optional>
#include <string>

#include "output_place.h"
#include "standby.h"
#include "tree_index.h"

namespace opsg::output {

/// What a stamp keeps of a tree by its index.
struct KeptTree {
  std::string paths;   ///< See TreeIndex::paths.
  std::string digest;  ///< See TreeIndex::digest; empty where the tree cannot be known again by it.
};

/// What a build keeps beside its output, so that the next one can tell that it would make the same.
/// None of the texts holds a line break.
struct BuildStamp {
  std::string settings;  ///< A digest of what the output follows from besides the sources.
  std::string sources;   ///< A digest of the sources' bytes.
  KeptTree content;      ///< The folder of the sources.
  std::string summary;   ///< The caller's own; for the owner's eyes alone, like the standby area.
};

struct FoundStamp {
  std::optional<BuildStamp> stamp;
  KeptTree output;       ///< The output folder, as the build left it.
  bool damaged = false;  ///< There is one, but nobody can rely on it.
};

/// The stamp of the last build. Not believed where another user could have written it.
FoundStamp find_build_stamp(const OutputTarget& target);

/// Whether the output of the build that kept the stamp stands exactly as it was left: by all that
/// the file system tells, no file or folder in it was added, removed, changed or given other
/// permissions since.
bool output_stands(const OutputTarget& target, const FoundStamp& found);

/// Keeps the stamp of the build that has just put its output at the place, instead of the last
/// one's. None is kept where a file was changed so recently that a further change could go unseen.
Result<void> keep_build_stamp(const OutputPlace& place, const StandbyArea& standby,
                              const BuildStamp& stamp, int jobs);

/// Before a build changes anything: should it be cut off, the next one must not find that nothing
/// has changed, but clean up behind it.
Result<void> forget_build_stamp(const StandbyArea& standby);

/// Keeps another stamp for the output of the same build, which stands.
Result<void> replace_build_stamp(const OutputTarget& target, const FoundStamp& found);

}  // namespace opsg::output
