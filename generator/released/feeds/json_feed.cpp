#include "json_feed.h"

#include <nlohmann/json.hpp>

#include "json_format.h"
#include "plain_characters.h"

namespace opsg::released {
namespace {

using Json = nlohmann::ordered_json;

Json item_json(const FeedEntry& entry) {
  return {{"id", entry.id},
          {"url", entry.url},
          {"title", plain_characters(entry.title)},
          {"content_html", plain_characters(entry.content.view())},
          {"date_published", iso_date_time(entry.published)},
          {"date_modified", iso_date_time(entry.updated)}};
}

}  // namespace

std::string json_feed_document(const Feed& feed, std::string_view self) {
  Json out{{"version", "https://jsonfeed.org/version/1.1"},
           {"title", plain_characters(feed.title)},
           {"home_page_url", feed.page_url},
           {"feed_url", self}};
  if (!feed.subtitle.empty()) out["description"] = plain_characters(feed.subtitle);
  out["authors"] = Json::array({{{"name", plain_characters(feed.author)}}});
  out["language"] = feed.language;
  out["items"] = Json::array();
  for (const FeedEntry& entry : feed.entries) out["items"].push_back(item_json(entry));
  std::string text;
  append_json(text, out);
  return text + '\n';
}

}  // namespace opsg::released
