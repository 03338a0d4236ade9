#include "feed.h"

#include <algorithm>

namespace opsg::released {

UtcTime last_update(const Feed& feed) {
  UtcTime latest{};
  for (const FeedEntry& entry : feed.entries) latest = std::max(latest, entry.updated);
  return latest;
}

}  // namespace opsg::released
