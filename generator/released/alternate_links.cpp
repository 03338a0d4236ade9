#include "alternate_links.h"

#include "meeting_calendar.h"
#include "site_feeds.h"

namespace opsg::released {

std::vector<AlternateView> feed_links(const Permalinks& permalinks, const std::string& path,
                                      const std::string& title, bool has_json_feed) {
  std::vector<AlternateView> links = {
      {title, "application/atom+xml", permalinks.href(atom_path(path))}};
  if (has_json_feed) {
    links.push_back(
        {title + " (JSON)", "application/feed+json", permalinks.href(json_feed_path(path))});
  }
  return links;
}

AlternateView calendar_link(const Permalinks& permalinks) {
  return {"Meetings (calendar)", "text/calendar", permalinks.href(kCalendarPath)};
}

}  // namespace opsg::released
