// What rsync and rclone print, read without them.

#include <string>

#include "catch2.h"
#include "publish_stage.h"
#include "rclone_store.h"
#include "rsync_store.h"

namespace opsg::publishing {
namespace {

TEST_CASE("a line of rsync's list has a type, a size and a path, whatever is in it") {
  const auto file =
      parse_rsync_list_line("-rw-r--r--          12 2026/11/22 09:48:47 a/b  c .html");
  REQUIRE(file);
  CHECK(file->type == '-');
  CHECK(file->size == 12);
  CHECK(file->path == "a/b  c .html");
  CHECK(parse_rsync_list_line("drwxr-xr-x        4096 2026/11/22 09:48:47 a")->type == 'd');
  CHECK(parse_rsync_list_line("lrwxrwxrwx           6 2026/11/22 09:48:47 link")->type == 'l');
  CHECK_FALSE(parse_rsync_list_line("-rw-r--r--         1,2 2026/11/22 09:48:47 a"));
  CHECK_FALSE(parse_rsync_list_line("Welcome to our server"));
  CHECK_FALSE(parse_rsync_list_line("-rw-r--r-- 12 2026/11/22 09:48:47 "));
  CHECK_FALSE(parse_rsync_list_line(""));
}

TEST_CASE("rclone's list is read, and nothing that is not one") {
  const auto listing = parse_rclone_listing(
      R"([{"Path":"b","Size":-1,"IsDir":true},{"Path":"b/x","Size":3,"IsDir":false},)"
      R"({"Path":"a","Size":0,"IsDir":false}])");
  REQUIRE(listing);
  REQUIRE(listing->files.size() == 2);
  CHECK(listing->files[0].path == "a");
  CHECK(listing->find("b/x")->size == 3);
  CHECK(listing->find("b") == nullptr);
  CHECK(listing->folders == std::vector<std::string>{"b"});
  CHECK_FALSE(parse_rclone_listing(""));
  CHECK_FALSE(parse_rclone_listing("{}"));
  CHECK_FALSE(parse_rclone_listing("[1]"));
  CHECK_FALSE(parse_rclone_listing(R"([{"Path":"a","IsDir":false}])"));
  CHECK_FALSE(parse_rclone_listing(R"([{"Path":1,"Size":1,"IsDir":false}])"));
}

TEST_CASE("what rclone check finds other than equal is told") {
  CHECK(parse_rclone_check("= a\n* b c\n+ d\n! e\n= f\n") ==
        std::vector<std::string>{"b c", "d", "e"});
}

TEST_CASE("a path is no pattern, whatever is in it") {
  CHECK(rclone_pattern("CNAME") == "/CNAME");
  CHECK(rclone_pattern(".well-known/") == "/.well-known/**");
  CHECK(rclone_pattern("a*[b]{c}?") == "/a\\*\\[b\\]\\{c\\}\\?");
}

TEST_CASE("each file has its stage") {
  CHECK(stage_of("assets/site.07591af92475.css") == PublishStage::assets);
  CHECK(stage_of("pagefind/pagefind-entry.json") == PublishStage::assets);
  CHECK(stage_of("meetings/x/paper.pdf") == PublishStage::assets);
  CHECK(stage_of("index.html") == PublishStage::pages);
  CHECK(stage_of("a/index.html.gz") == PublishStage::pages);
  CHECK(stage_of("assets/site.css.br") == PublishStage::assets);
  CHECK(stage_of("actions/feed.xml") == PublishStage::data);
  CHECK(stage_of("feed.json.gz") == PublishStage::data);
  CHECK(stage_of("data/actions.csv") == PublishStage::data);
  CHECK(stage_of("calendar.ics") == PublishStage::data);
  CHECK(stage_of("_headers") == PublishStage::data);
}

}  // namespace
}  // namespace opsg::publishing
