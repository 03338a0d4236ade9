#pragma once

#include <optional>
#include <string>

#include "options.h"
#include "report.h"
#include "site_session.h"

namespace opsg::app {

/// A digest (SHA-256) of everything that a build's output and findings follow from but the clock:
/// the program and its libraries, the options, how findings are told, the rules of the site's time
/// zone, and every byte of the sources and the theme. Nothing where any of these cannot be told.
std::optional<std::string> build_key(const Options& options, const Report& report,
                                     const SiteSession& session);

}  // namespace opsg::app
