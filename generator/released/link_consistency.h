#pragma once

#include <vector>

#include "diagnostic.h"
#include "link_resolver.h"
#include "policy.h"
#include "site.h"
#include "theme.h"

namespace opsg::released {

/// A link or image that leads nowhere. Borrows the site that it was found in.
struct BrokenLink {
  const Record* record = nullptr;
  const WrittenLink* link = nullptr;
  LinkFault fault = LinkFault::empty;
};

/// The broken links of all records and pages, in the order of the site. Like all contradictions
/// they are for a site at full clearance: an audience is shown a link to what it lacks as its text.
///
/// A link to something more closed than the record that holds it is not broken, and is no finding
/// at all. Where others read the log, even a code and a place would tell them that something is
/// withheld there.
std::vector<BrokenLink> find_broken_links(const Site& site, const Policy& policy,
                                          const Theme& theme);

/// Reports them: `broken-link`, `broken-anchor`, `link-scheme`, `image-unusable`. What they may
/// have meant is looked for in `open_site`, which holds nothing that readers of a log may not know.
void report_broken_links(const std::vector<BrokenLink>& broken, const Site& open_site,
                         Diagnostics& diagnostics);

}  // namespace opsg::released
