#include "json_feed.h"

#include <nlohmann/json.hpp>

#include "catch2.h"
#include "sample_feed.h"

namespace opsg::released {
namespace {

TEST_CASE("a feed as JSON Feed") {
  Feed feed = test::sample_feed();
  feed.entries.pop_back();
  CHECK(json_feed_document(feed, "https://opsg.example/feed.json") == R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Operations: headlines",
  "home_page_url": "https://opsg.example/",
  "feed_url": "https://opsg.example/feed.json",
  "description": "What was decided",
  "authors": [
    {
      "name": "Operations & others"
    }
  ],
  "language": "en-GB",
  "items": [
    {
      "id": "https://opsg.example/meetings/m1/",
      "url": "https://opsg.example/meetings/m1/",
      "title": "Meeting 41",
      "content_html": "<p>A &amp; <b>B</b> ]]&gt;</p>",
      "date_published": "2021-01-25T12:00:00Z",
      "date_modified": "2021-01-27T12:00:00Z"
    }
  ]
}
)");
}

TEST_CASE("hostile text stays the text that it is") {
  const std::string document =
      json_feed_document(test::sample_feed(), "https://opsg.example/feed.json");
  const auto item = nlohmann::json::parse(document)["items"][1];
  CHECK(item["title"] ==
        "=cmd() ]]> <b>&amp;</b> --> \"it's\", a;b\\n\nnext\r\ttab שלום 🎉 \uFFFD\uFFFD \uFFFD");
}

}  // namespace
}  // namespace opsg::released
