#include <filesystem>
#include <string>
#include <vector>

#include "catch2.h"
#include "site_crawl.h"
#include "site_generator.h"
#include "test_site.h"

namespace opsg::test {
namespace {

using Links = std::vector<std::string>;

constexpr const char* kSubpath = "https://host.example/sub/path/";

TestRequest at(const std::string& base_url, const std::string& audience = "public") {
  TestRequest request;
  request.base_url = base_url;
  request.audience = audience;
  return request;
}

std::string white(const std::string& body) {
  return "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n" + body;
}

std::string green(const std::string& body) {
  return "+++\nclassification = \"green\"\nstatus = \"final\"\n+++\n\n" + body;
}

TestSite linked_site() {
  return TestSite{
      {"content/meetings/m1/headlines.md",
       white("## 1. Update\n\nSee [the minutes](minutes.md#item-2), [a risk](/risks/), [the "
             "log](https://example.org/actions/open/) and [us](../../pages/about.md#aims).\n")},
      {"content/meetings/m1/minutes.md",
       green("## 2. Update\n\n(WHITE) ACTION OPSG 11/01: The DCC to report.\n\nIt was late.\n")},
      {"content/pages/about.md", white("# About\n\n## Aims\n\n[Data](/data/actions.json)\n")}};
}

}  // namespace

TEST_CASE("The crawler finds what leads nowhere, and nothing else") {
  const std::map<std::string, std::string> files = {
      {"index.html",
       "<a href=\"/sub/a/#x\"> <a href=\"/sub/a/#y\"> <a href=\"/a/\"> <a href=\"#z\"> "
       "<a href=\"https://other.example/\"> <img src=\"/sub/b%20c.png\"> <img src=\"/sub/d.png\">"},
      {"a/index.html", "<p id=\"x\"> <form action=\"/sub/search/\">"},
      {"b c.png", "https://host.example/sub/nowhere"},
      {"feed.xml", "<link>https://host.example/sub/a/?q=1#x</link> https://host.example/sub/b"}};
  CHECK(broken_links_of(files, "https://host.example/sub/") ==
        Links{"a/index.html: /sub/search/", "feed.xml: https://host.example/sub/b",
              "index.html: #z", "index.html: /a/", "index.html: /sub/a/#y",
              "index.html: /sub/d.png"});
}

TEST_CASE("No link of a site leads nowhere, for any audience, at a host's root or below a path") {
  const TestSite site = linked_site();
  for (const char* audience : {"public", "parties", "members"}) {
    for (const char* base : {"https://example.org/", kSubpath}) {
      CAPTURE(audience, base);
      const TestBuild build = site.build(at(base, audience));
      REQUIRE(build.diagnostics == "");
      CHECK(broken_links_of(build.files, base) == Links{});
    }
  }
}

TEST_CASE("A link to the site's own address follows where the site goes") {
  const TestBuild build = linked_site().build(at(kSubpath));
  const std::string_view page = build.file("meetings/m1/index.html");
  CHECK(page.find("<a href=\"/sub/path/actions/open/\">the log</a>") != page.npos);
  CHECK(page.find("example.org") == page.npos);
}

TEST_CASE("A link to what an audience lacks is its text") {
  const TestBuild build = linked_site().build(at(kSubpath));
  const std::string_view page = build.file("meetings/m1/index.html");
  CHECK(page.find("See the minutes,") != page.npos);
  const TestBuild parties = linked_site().build(at(kSubpath, "parties"));
  CHECK(parties.file("meetings/m1/index.html").find("#minutes-item-2\">the minutes</a>") !=
        std::string_view::npos);
}

TEST_CASE("No link of the generated sites leads nowhere") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const TestBuild build = TestSite(generate_site(seed, seed + 1000)).build(at(kSubpath));
    INFO(build.diagnostics);
    REQUIRE(build.ok());
    CHECK(broken_links_of(build.files, kSubpath) == Links{});
  }
}

TEST_CASE("A log tells of a broken link no more than it may") {
  const TestSite site{
      {"content/meetings/m1/headlines.md",
       white("## 1. Update\n\nSee [it](minuts.md), [that](#item-77) and [them](#item-12).\n\n"
             "(GREEN) See [more](secret-name.md).\n\n## 12a. Nothing\n\nAll is well.\n")},
      {"content/meetings/m1/minutes.md", green("## 2. Update\n\nIt was late.\n")}};
  const TestBuild build = site.build();
  CHECK(build.stop == app::BuildStop::content);
  CHECK(build.log.find("`minuts.md` leads to nothing on this site") != std::string::npos);
  // What was meant is green: not even a terminal is told, so that no log can be.
  CHECK(build.log.find("minutes.md`") == std::string::npos);
  CHECK(build.log.find("secret-name") == std::string::npos);
  CHECK(build.diagnostics.find("`secret-name.md` leads to nothing") != std::string::npos);
}

}  // namespace opsg::test
