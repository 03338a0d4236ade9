#pragma once

#include <string>
#include <string_view>

#include "feed.h"

namespace opsg::released {

/// The feed as a JSON Feed 1.1 document (https://www.jsonfeed.org/version/1.1/). `self` is its own
/// absolute URL.
std::string json_feed_document(const Feed& feed, std::string_view self);

}  // namespace opsg::released
