#include "publish_summary.h"

#include <nlohmann/json.hpp>

#include "catch2.h"

namespace opsg::app {
namespace {

PublishSummary summary() {
  PublishSummary made;
  made.target = "web";
  made.audience = "public";
  made.url = "https://opsg.example/";
  made.report.uploaded = {"index.html"};
  made.report.removed = {"a/index.html", "b.html"};
  made.report.unchanged = 7;
  return made;
}

TEST_CASE("a publish is told in a line, and what was seen from outside in another") {
  PublishSummary published = summary();
  published.report.release = "0002-20210203T040000Z-ba7816bf8f01";
  published.live = publishing::LiveCheck{3, 8, {}};
  CHECK(publish_text(published) ==
        "web: release 0002-20210203T040000Z-ba7816bf8f01: 1 file uploaded, 2 removed, 7 unchanged\n"
        "https://opsg.example/: 3 removed addresses are gone, 8 files as published.\n");
}

TEST_CASE("a dry run lists every file") {
  PublishSummary planned = summary();
  planned.dry_run = true;
  CHECK(publish_text(planned) ==
        "+ index.html\n- a/index.html\n- b.html\n"
        "web: 1 file would be uploaded, 2 removed, 7 unchanged\n");
}

TEST_CASE("where others read along, a dry run names nothing that is withdrawn") {
  PublishSummary planned = summary();
  planned.dry_run = true;
  planned.quote = LogQuote::public_now;
  CHECK(publish_text(planned) ==
        "+ index.html\n"
        "Paths that may tell what is withheld are not named (--show-withheld names them).\n"
        "web: 1 file would be uploaded, 2 removed, 7 unchanged\n");
  planned.report.removed.clear();
  CHECK(publish_text(planned) ==
        "+ index.html\nweb: 1 file would be uploaded, 0 removed, 7 unchanged\n");
}

TEST_CASE("where others read along, a dry run for a closed audience names nothing") {
  PublishSummary planned = summary();
  planned.dry_run = true;
  planned.quote = LogQuote::nothing;
  CHECK(publish_text(planned) ==
        "Paths that may tell what is withheld are not named (--show-withheld names them).\n"
        "web: 1 file would be uploaded, 2 removed, 7 unchanged\n");
}

TEST_CASE("JSON that others may read has nothing that is withdrawn, but how much") {
  PublishSummary published = summary();
  published.quote = LogQuote::public_now;
  auto json = nlohmann::json::parse(publish_json(published));
  CHECK(json["uploaded"] == nlohmann::json{"index.html"});
  CHECK(json["removed"].is_null());
  CHECK(json["counts"]["removed"] == 2);
  published.quote = LogQuote::nothing;
  json = nlohmann::json::parse(publish_json(published));
  CHECK(json["uploaded"].is_null());
  CHECK(json["removed"].is_null());
  published.report.removed.clear();
  json = nlohmann::json::parse(publish_json(published));
  CHECK(json["removed"] == nlohmann::json::array());
}

TEST_CASE("a publish is told to programs in JSON") {
  PublishSummary published = summary();
  published.live = publishing::LiveCheck{1, 8, {}};
  CHECK(publish_json(published) == R"({
  "target": "web",
  "audience": "public",
  "dry_run": false,
  "release": "",
  "counts": {
    "uploaded": 1,
    "removed": 2
  },
  "uploaded": [
    "index.html"
  ],
  "removed": [
    "a/index.html",
    "b.html"
  ],
  "unchanged": 7,
  "live": {
    "url": "https://opsg.example/",
    "gone": 1,
    "equal": 8
  }
}
)");
}

}  // namespace
}  // namespace opsg::app
