#pragma once

#include <optional>
#include <string>

#include "output_place.h"
#include "standby.h"

namespace opsg::output {

/// What a build keeps beside its output, so that the next one can tell that it would make the same.
/// Neither text holds a line break.
struct BuildStamp {
  std::string key;      ///< A digest of everything that the output follows from.
  std::string summary;  ///< The caller's own; for the owner's eyes alone, like the standby area.
};

struct FoundStamp {
  std::optional<BuildStamp> stamp;
  bool damaged = false;  ///< There is one, but nobody can rely on it.
};

/// The stamp of the build whose output stands at the target exactly as it was left: by all that the
/// file system tells, no file or folder in it was added, removed, changed or given other
/// permissions since. Not believed where another user could have written it.
FoundStamp find_build_stamp(const OutputTarget& target);

/// Keeps the stamp of the build that has just put its output at the place, instead of the last
/// one's. None is kept where a file was changed so recently that a further change could go unseen.
Result<void> keep_build_stamp(const OutputPlace& place, const StandbyArea& standby,
                              const BuildStamp& stamp, int jobs);

}  // namespace opsg::output
