#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "date.h"
#include "diagnostic.h"
#include "gate.h"
#include "options.h"
#include "pipeline.h"
#include "policy.h"
#include "profile.h"
#include "report.h"
#include "sources.h"

namespace opsg::app {

/// What every command that reads a site begins with.
struct SiteSession {
  std::filesystem::path root;  ///< The folder of site.toml.
  SourceTree tree;
  std::optional<Date> as_of;   ///< --as-of, if given.
  restricted::GateTime time;   ///< The earlier of the clock and --as-of.
  Profile* profile = nullptr;  ///< Of the command; null where nobody asked for one.
};

/// Why a site could not be opened, and what the shell is told.
struct SessionError {
  int exit_status = 0;
  std::string message;
};

/// Reads the site that the options name, as it is now. The session keeps the profile.
tl::expected<SiteSession, SessionError> open_site(const Options& options, Diagnostics& diagnostics,
                                                  Profile* profile = nullptr);

/// The same with site.toml as its only source: what can be told before the records are read.
tl::expected<SiteSession, SessionError> open_settings(const Options& options);

/// What to say of an audience that the policy lacks.
std::string unknown_audience(const Policy& policy, const std::string& asked);

/// The number of threads for what --jobs asks for.
int job_count(int asked);

/// The one that site.toml names, where it is one.
std::string time_zone_of(const SourceTree& tree);

BuildRequest build_request(const Options& options, const SiteSession& session);

/// What a command does with the site that it was asked for; gives the exit status.
using SessionWork = std::function<int(const SiteSession&)>;

/// Reads the site that the options name and hands it to `work`, whose exit status it returns. Where
/// the site cannot be read, the report says why. `--as-of today` is by the clock of the machine in
/// the site's time zone.
int with_site(const Options& options, const Report& report, Diagnostics& diagnostics,
              const SessionWork& work, Profile* profile = nullptr);

/// The same with site.toml as the only source.
int with_settings(const Options& options, const Report& report, const SessionWork& work);

}  // namespace opsg::app
