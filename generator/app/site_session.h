#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "date.h"
#include "diagnostic.h"
#include "gate.h"
#include "options.h"
#include "pipeline.h"
#include "sources.h"

namespace opsg::app {

/// What every command that reads a site begins with.
struct SiteSession {
  std::filesystem::path root;  ///< The folder of site.toml.
  SourceTree tree;
  std::optional<Date> as_of;  ///< --as-of, if given.
  restricted::GateTime time;  ///< The earlier of the clock and --as-of.
};

struct SessionError {
  int exit_status;
  std::string message;
};

/// Reads the site that the options name. `as_of` is a date or "today", by the clock of the machine
/// in the site's time zone.
tl::expected<SiteSession, SessionError> open_site(const Options& options, Diagnostics& diagnostics);

}  // namespace opsg::app
