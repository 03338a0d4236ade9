#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::test {

/// Every link of the site that leads nowhere, as "page: link". `base_url` ends with '/'. Pages'
/// href, src and action are followed, with their places, and every mention of the site's own
/// address in any text file. A link from the host's root that forgets the path of `base_url` leads
/// nowhere.
std::vector<std::string> broken_links_of(const std::map<std::string, std::string>& files,
                                         std::string_view base_url);

}  // namespace opsg::test
