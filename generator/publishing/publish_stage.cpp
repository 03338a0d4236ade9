#include "publish_stage.h"

#include <algorithm>
#include <array>

namespace opsg::publishing {
namespace {

constexpr std::array<std::string_view, 7> kDataNames = {
    "feed.xml", "feed.json", "calendar.ics", "sitemap.xml", "robots.txt", "_headers", "_redirects"};

std::string_view without_compression(std::string_view path) {
  for (const std::string_view suffix : {".gz", ".br"}) {
    if (path.ends_with(suffix)) return path.substr(0, path.size() - suffix.size());
  }
  return path;
}

}  // namespace

PublishStage stage_of(std::string_view path) {
  path = without_compression(path);
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.ends_with(".html")) return PublishStage::pages;
  const bool is_data = std::find(kDataNames.begin(), kDataNames.end(), name) != kDataNames.end();
  return is_data || path.starts_with("data/") ? PublishStage::data : PublishStage::assets;
}

}  // namespace opsg::publishing
