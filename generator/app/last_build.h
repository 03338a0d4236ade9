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

/// What was kept of the last build, if it can be told again now: its output stands as it was left,
/// and since then no embargo has ended, nor was the clock set back. Whether it was of the same
/// sources and settings is the caller's to judge. Nothing too where its `damaged` is set.
std::optional<LastBuild> last_build(const output::OutputTarget& target, output::FoundStamp& found,
                                    UtcTime now);

/// By which a build is known again.
struct BuildKeys {
  std::string settings;      ///< See settings_key().
  std::string sources;       ///< See sources_key().
  output::KeptTree content;  ///< See content_index().
};

/// What to keep of a build that nothing stopped.
output::BuildStamp stamp_of(const BuildOutcome& built, BuildKeys keys, UtcTime now,
                            std::string_view findings);

}  // namespace opsg::app
