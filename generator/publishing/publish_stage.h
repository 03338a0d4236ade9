#pragma once

#include <string_view>

namespace opsg::publishing {

/// What goes up together, in this order: a page must find the style sheets and files that it names,
/// and a feed or data file the pages that it links to.
enum class PublishStage {
  assets,  ///< Style sheets, scripts, pictures, the search index, attached documents.
  pages,
  data,  ///< Feeds, calendars, the sitemap, data files, and what hosts read.
};

/// By its path below the site's root. A compressed copy goes with what it is a copy of.
PublishStage stage_of(std::string_view path);

}  // namespace opsg::publishing
