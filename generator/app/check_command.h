#pragma once

#include "external_check.h"
#include "options.h"

namespace opsg::app {

/// Tries links to other sites: `check_external_links`, where the program can speak to the network.
using ExternalLinkCheck = decltype(&check_external_links);

/// Reports everything wrong in all records, whatever their label. Writes nothing. `check_links` may
/// be null unless `options.external` asks for it.
int run_check(const Options& options, ExternalLinkCheck check_links);

}  // namespace opsg::app
