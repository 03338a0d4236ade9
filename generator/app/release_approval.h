#pragma once

#include <tl/expected.hpp>

#include "publish_target.h"
#include "rendered_site.h"
#include "report.h"
#include "site_session.h"

namespace opsg::app {

/// Whether everything that the site shows and the published one does not was approved in
/// approvals.toml. Otherwise it is told what was not, or what is wrong with that file, and the exit
/// status returned.
tl::expected<void, int> check_approval(publishing::PublishTarget& target, const RenderedSite& site,
                                       const SiteSession& session, const Report& report);

}  // namespace opsg::app
