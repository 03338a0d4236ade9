#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"
#include "permalinks.h"
#include "site.h"
#include "site_index.h"

namespace opsg::released {

/// What programs are told of a page: search engines, feed readers, those who make previews.
struct PageFacts {
  std::string description;      ///< Plain text, a sentence or two; may be empty.
  std::optional<Date> updated;  ///< Of the latest meeting held that the page draws on.
  std::string feed_title;       ///< Of the feeds that the page has; empty where there are none.
  std::string feed_page;        ///< The path of the page beside which they stand.
  bool has_json_feed = false;
};

/// The facts of all pages, by their paths. Immutable once made.
class PageFactsIndex {
 public:
  PageFactsIndex(const Site& site, const Permalinks& permalinks, const SiteIndex& index);

  /// Of the page itself, or of the nearest page above it: "actions/open/" has those of "actions/".
  /// Only the home page has the home page's.
  const PageFacts& of(std::string_view path) const;

 private:
  std::map<std::string, PageFacts, std::less<>> pages_;
  PageFacts nothing_;
};

}  // namespace opsg::released
