#pragma once

#include <string>
#include <vector>

#include "site.h"
#include "source_span.h"

namespace opsg::released {

/// A link to another site, and where it was written.
struct ExternalLink {
  std::string url;
  SourceSpan span;
};

/// Every http and https link that the site shows and that leads to another one: those of records
/// and pages in their order, then those that site.toml gives to what records mention.
std::vector<ExternalLink> external_links(const Site& site);

}  // namespace opsg::released
