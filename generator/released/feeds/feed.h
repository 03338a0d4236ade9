#pragma once

#include <string>
#include <vector>

#include "date.h"
#include "safe_html.h"

namespace opsg::released {

/// One piece of news. URLs are absolute here and in Feed.
struct FeedEntry {
  /// An IRI that stays the same whatever becomes of the title, the text and the other entries.
  std::string id = {};
  std::string url = {};  ///< The page, or the place on it.
  std::string title = {};
  SafeHtml content = {};  ///< All links in it are absolute.
  UtcTime published = {};
  UtcTime updated = {};
};

/// What a reader can subscribe to, whatever the format.
struct Feed {
  std::string title = {};
  std::string subtitle = {};  ///< May be empty.
  std::string page_url = {};  ///< The page that shows the same.
  std::string author = {};
  std::string rights = {};              ///< The handling statement; may be empty.
  std::string language = {};            ///< A BCP 47 tag: en-GB.
  std::vector<FeedEntry> entries = {};  ///< Latest first.
};

/// When anything in the feed last changed; the start of 1970 where it is empty (RFC 4287 wants a
/// date, and there is no record to take one from).
UtcTime last_update(const Feed& feed);

}  // namespace opsg::released
