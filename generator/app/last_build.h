#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "build_stamp.h"
#include "date.h"
#include "options.h"
#include "pipeline.h"
#include "site_session.h"

namespace opsg::app {

/// What is told of a build whose output stands already.
struct LastBuild {
  std::string findings;  ///< As they were printed.
  std::size_t pages = 0;
  std::size_t files = 0;
  std::size_t documents = 0;
  std::size_t withheld_documents = 0;   ///< See BuildOutcome.
  std::optional<UtcTime> next_release;  ///< Likewise.
};

struct LastBuildSearch {
  std::optional<LastBuild> build;
  bool damaged = false;  ///< What was kept of it cannot be relied upon.
};

/// The last build, where it had the same key and its output stands as it was left; and where since
/// then no embargo has ended, nor the clock been set back.
LastBuildSearch find_last_build(const output::OutputTarget& target, const std::string& key,
                                UtcTime now);

/// What to keep of a build that nothing stopped.
output::BuildStamp stamp_of(const BuildOutcome& built, std::string key, UtcTime now,
                            std::string_view findings);

}  // namespace opsg::app
