#pragma once

#include <string>
#include <vector>

#include "page_facts.h"
#include "permalinks.h"
#include "rendered_site.h"

namespace opsg::released {

/// sitemap.xml with the pages' absolute URLs, in the order given, and the day on which the records
/// last changed each of them, where they tell.
RenderedFile sitemap(const std::vector<std::string>& paths, const Permalinks& permalinks,
                     const PageFactsIndex& facts);

/// robots.txt: search engines are welcome to what is public, and to nothing else.
RenderedFile robots_txt(bool is_public, const Permalinks& permalinks);

}  // namespace opsg::released
