#pragma once

#include <cstddef>

#include "diagnostic.h"
#include "gate.h"
#include "link_crawler.h"
#include "pipeline.h"
#include "policy.h"

namespace opsg::app {

/// What trying the links to other sites came to, by places that write one.
struct ExternalCheck {
  std::size_t tried = 0;
  std::size_t dead = 0;
  std::size_t unverified = 0;
};

/// Tries every link to another site that the audience is shown, and reports `dead-link` and
/// `link-unverified`. Nothing else is fetched: a request tells its host what a record cites, and
/// that it does.
ExternalCheck check_external_links(const restricted::LabelledSite& labelled,
                                   const Audience& audience, const BuildRequest& request,
                                   const web::CrawlLimits& limits, Diagnostics& diagnostics);

}  // namespace opsg::app
