#pragma once

#include "auditor.h"
#include "pipeline.h"
#include "site_config.h"

namespace opsg::app {

/// Adds the search index to the audited site of the outcome, of a site whose site.toml asks for
/// one. Without the program that makes it the site stays as it is, and `search-not-installed` says
/// so; another version than the tested one is a `search-version`. Where the program fails, or its
/// index does not pass the audit, the outcome has no site any more: nothing is published by halves.
void add_search_index(const restricted::AuditInput& input, const released::SiteConfig& config,
                      const BuildRequest& request, BuildOutcome& outcome, Diagnostics& diagnostics);

}  // namespace opsg::app
