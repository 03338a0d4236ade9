#pragma once

#include <optional>
#include <string>

#include "options.h"
#include "pipeline.h"
#include "published_site.h"
#include "site_session.h"
#include "theme_files.h"

namespace opsg::app {

/// What a site is compared with.
struct DiffBaseline {
  std::string name;                   ///< For people: "public/", "revision HEAD~1".
  std::optional<PublishedSite> site;  ///< Nothing where nothing was published yet.
};

struct BaselineError {
  int exit_status;
  std::string message;
};

/// The options of the build that is compared: where the baseline is a target of site.toml that is
/// served at an address of its own, it is built for that, as it is published.
Options options_for_diff(const Options& options, const SiteSession& session);

/// Reads what --against or --revision names; without them the last release of the target that
/// site.toml publishes this audience to, or else what its output folder holds. A revision is built
/// in memory with today's program, theme and clock, and its own site.toml; of what is wrong in it,
/// the message names the first.
tl::expected<DiffBaseline, BaselineError> read_baseline(const Options& options,
                                                        const SiteSession& session,
                                                        const released::ThemeFiles& theme,
                                                        const BuildRequest& request);

}  // namespace opsg::app
