#pragma once

#include <string>
#include <tl/expected.hpp>

#include "options.h"
#include "publish_config.h"
#include "report.h"
#include "site_session.h"

namespace opsg::app {

/// A target of site.toml, and what holds for all.
struct ChosenTarget {
  publishing::TargetConfig target;
  bool require_approval = false;
  std::string url;  ///< Where it is served: its own, or the site's.
};

/// The target of this name; of an empty name, the one that is meant then. Otherwise it is told what
/// is wrong with site.toml or with the name, and the exit status returned.
tl::expected<ChosenTarget, int> choose_target(const std::string& name, const Report& report,
                                              const SiteSession& session);

/// The options of a build for the target: its audience, at its address.
Options options_for(const ChosenTarget& chosen, const Options& options);

}  // namespace opsg::app
