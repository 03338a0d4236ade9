#pragma once

#include <string>
#include <vector>

#include "page_view.h"
#include "permalinks.h"

namespace opsg::released {

/// Links to the feeds beside the page at `path`: Atom, and JSON Feed where there is one.
std::vector<AlternateView> feed_links(const Permalinks& permalinks, const std::string& path,
                                      const std::string& title, bool has_json_feed);

AlternateView calendar_link(const Permalinks& permalinks);

}  // namespace opsg::released
