// The search index of whole sites, with a stand-in for Pagefind that keeps all that it is given.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catch2.h"
#include "site_generator.h"
#include "test_site.h"

namespace opsg::test {
namespace {

using app::BuildStop;

constexpr const char* kSearch = "\n[search]\nengine = \"pagefind\"\n";

constexpr const char* kMinutes = R"(+++
classification = "white"
status = "final"
+++

## 1. Actions (DCC)

All is well.

(GREEN) The greenhouse is late.

ACTION OPSG 41/01: The DCC to report.
)";

/// The default site with a search, and these files.
TestSite searched(std::map<std::string, std::string> files) {
  files["site.toml"] = std::string(TestSite(files).text("site.toml")) + kSearch;
  return TestSite(files);
}

TestRequest with_stand_in() {
  TestRequest request;
  request.search_program = OPSG_PAGEFIND_STAND_IN;
  return request;
}

std::vector<std::string> search_files(const TestBuild& build) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : build.files) {
    if (path.starts_with("pagefind/")) paths.push_back(path);
  }
  return paths;
}

std::vector<std::string> indexed_pages(const TestBuild& build) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : build.files) {
    if (bytes.find(" data-pagefind-body") != std::string::npos) paths.push_back(path);
  }
  return paths;
}

TEST_CASE("a site that asks for no search has none") {
  const TestBuild build =
      TestSite({{"content/meetings/m1/minutes.md", kMinutes}}).build(with_stand_in());
  REQUIRE(build.ok());
  CHECK(search_files(build).empty());
  CHECK(indexed_pages(build).empty());
  CHECK(build.file("search/index.html").empty());
}

TEST_CASE("pages are indexed once: neither lists nor their variants are") {
  const TestBuild build =
      searched({{"content/meetings/m1/minutes.md", kMinutes},
                {"content/pages/about.md",
                 "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n# About\n\nUs.\n"}})
          .build(with_stand_in());
  INFO(build.diagnostics);
  REQUIRE(build.ok());
  const std::vector<std::string> pages = indexed_pages(build);
  const auto has = [&](const char* path) {
    return std::find(pages.begin(), pages.end(), path) != pages.end();
  };
  CHECK(has("meetings/m1/index.html"));
  CHECK(has("actions/opsg-41-01/index.html"));
  CHECK(has("about/index.html"));
  CHECK(has("parties/dcc/index.html"));
  CHECK(has("decisions/index.html"));
  CHECK(has("glossary/index.html"));
  CHECK_FALSE(has("index.html"));
  CHECK_FALSE(has("404.html"));
  CHECK_FALSE(has("search/index.html"));
  CHECK_FALSE(has("actions/index.html"));
  CHECK_FALSE(has("meetings/index.html"));
  CHECK(search_files(build).size() == pages.size() + 2);
}

TEST_CASE("pages say by what the search narrows down") {
  const TestBuild build =
      searched({{"content/meetings/m1/minutes.md", kMinutes}}).build(with_stand_in());
  REQUIRE(build.ok());
  const auto says = [&](const char* path, const char* attribute, const char* value) {
    const std::string data = fmt::format(
        "<data hidden data-pagefind-{}[value]\" value=\"{}\"></data>", attribute, value);
    INFO(path << ": " << data);
    CHECK(build.file(path).find(data) != std::string::npos);
  };
  const char* const kAction = "actions/opsg-41-01/index.html";
  says(kAction, "meta=\"title", "OPSG 41/01: The DCC to report");
  says(kAction, "filter=\"kind", "Action log");
  says(kAction, "filter=\"year", "2021");
  says(kAction, "filter=\"owner", "DCC");
  says("meetings/m1/index.html", "filter=\"kind", "Meetings");
  says("meetings/m1/index.html", "filter=\"year", "2021");
  says("parties/dcc/index.html", "filter=\"owner", "DCC");
}

TEST_CASE("the search page alone may run WebAssembly") {
  const TestBuild build =
      searched({{"content/meetings/m1/minutes.md", kMinutes}}).build(with_stand_in());
  REQUIRE(build.ok());
  for (const auto& [path, bytes] : build.files) {
    INFO(path);
    const bool may = bytes.find("wasm-unsafe-eval") != std::string::npos;
    CHECK(may == (path == "search/index.html"));
  }
}

TEST_CASE("without the program the site is made, and a warning says what is missing") {
  const TestBuild build = searched({{"content/meetings/m1/minutes.md", kMinutes}}).build();
  REQUIRE(build.ok());
  CHECK(search_files(build).empty());
  CHECK(build.file("search/index.html").find("<form") == std::string::npos);
  CHECK(build.file("search/index.html").find("cannot be searched") != std::string::npos);
  CHECK(build.file("index.html").find("<a href=\"/search/\">Search</a>") != std::string::npos);
  CHECK(build.diagnostics.find(
            "warning[search-not-installed]: Pagefind is not installed: the site's text cannot be "
            "searched\n") != std::string::npos);
}

TEST_CASE("a search program that fails leaves no half of a site") {
  TestRequest request;
  request.search_program = "/bin/false";
  const TestBuild build = searched({{"content/meetings/m1/minutes.md", kMinutes}}).build(request);
  CHECK(build.stop == BuildStop::machine);
  CHECK(build.failure == "/bin/false ended unexpectedly");
  CHECK(build.files.empty());
}

TEST_CASE("each audience has an index of its own pages") {
  const TestSite site = searched({{"content/meetings/m1/minutes.md", kMinutes}});
  TestRequest request = with_stand_in();
  const TestBuild to_public = site.build(request);
  request.audience = "parties";
  const TestBuild to_parties = site.build(request);
  REQUIRE(to_public.ok());
  REQUIRE(to_parties.ok());
  const auto differs = [&](const std::string& path) {
    return to_public.file(path) != to_parties.file(path);
  };
  const auto paths = search_files(to_parties);
  CHECK(std::any_of(paths.begin(), paths.end(), differs));
}

TEST_CASE("the index is a function of the site: jobs do not change it") {
  const TestSite site = searched({{"content/meetings/m1/minutes.md", kMinutes}});
  TestRequest request = with_stand_in();
  const TestBuild one = site.build(request);
  request.jobs = 8;
  CHECK(site.build(request).files == one.files);
}

TEST_CASE("nothing withheld influences the search index") {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    INFO("seed " << seed);
    const TestBuild a = searched(generate_site(seed, 2 * seed + 1000)).build(with_stand_in());
    const TestBuild b = searched(generate_site(seed, 2 * seed + 1001)).build(with_stand_in());
    INFO(a.diagnostics << b.diagnostics);
    REQUIRE((a.ok() && b.ok()));
    REQUIRE(search_files(a).size() > 5);
    CHECK(a.files == b.files);
  }
}

}  // namespace
}  // namespace opsg::test
