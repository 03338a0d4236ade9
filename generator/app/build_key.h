#pragma once

#include <optional>
#include <string>

#include "options.h"
#include "report.h"
#include "site_session.h"

namespace opsg::app {

/// A digest (SHA-256) of what a build's output and findings follow from besides content/ and the
/// clock: `program` (its program_identity(), which must be asked for before threads are used, as
/// TBB loads libraries of its own then), the options, how findings are told, the rules of the
/// site's time zone, site.toml and the theme. Nothing where any of these cannot be told. Of the
/// session's sources it looks at site.toml alone.
std::optional<std::string> settings_key(const std::string& program, const Options& options,
                                        const Report& report, const SiteSession& session);

/// A digest of every byte of the sources, and their paths.
std::string sources_key(const SourceTree& tree, int jobs);

}  // namespace opsg::app
