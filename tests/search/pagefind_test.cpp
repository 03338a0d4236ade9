// The true Pagefind: what it writes is deterministic, and read by the audit to its last byte.
#include <string>
#include <vector>

#include "catch2.h"
#include "index_text.h"
#include "search_program.h"
#include "site_generator.h"
#include "test_site.h"

namespace opsg::test {
namespace {

TestRequest with_pagefind() {
  TestRequest request;
  request.search_program = search::find_search_program(OPSG_SOURCE_DIR);
  REQUIRE(request.search_program);
  return request;
}

TestSite generated(std::uint64_t seed, std::uint64_t withheld_seed) {
  std::map<std::string, std::string> files = generate_site(seed, withheld_seed);
  files["site.toml"] =
      std::string(TestSite(files).text("site.toml")) + "\n[search]\nengine = \"pagefind\"\n";
  return TestSite(files);
}

/// All that the index says, decoded.
std::string index_of(const TestBuild& build) {
  std::string all;
  for (const auto& [path, bytes] : build.files) {
    const bool made = path.starts_with("pagefind/") && path.find(".pf_") != std::string::npos;
    if (!made) continue;
    const auto text = audit::index_text(path, bytes);
    INFO(path);
    REQUIRE(text);
    all += *text + '\n';
  }
  return all;
}

TEST_CASE("Pagefind of the pinned version indexes a site without a warning") {
  const TestBuild build = generated(1, 1).build(with_pagefind());
  INFO(build.diagnostics);
  REQUIRE(build.ok());
  CHECK(build.diagnostics.find("search-") == std::string::npos);
  CHECK_FALSE(build.file("pagefind/pagefind.js").empty());
  CHECK_FALSE(build.file("pagefind/pagefind-worker.js").empty());
  CHECK_FALSE(build.file("pagefind/pagefind-entry.json").empty());
  CHECK(build.file("pagefind/pagefind-ui.js").empty());
  const std::string index = index_of(build);
  CHECK(index.find("\"kind\"") != std::string::npos);
  const auto words = identifying_words(index);
  CHECK(words.size() > 10);
}

TEST_CASE("Pagefind gives the same bytes for the same site") {
  const TestSite site = generated(2, 2);
  TestRequest request = with_pagefind();
  const TestBuild first = site.build(request);
  REQUIRE(first.ok());
  for (const int jobs : {1, 2, 8}) {
    request.jobs = jobs;
    CHECK(site.build(request).files == first.files);
  }
}

TEST_CASE("Nothing withheld influences Pagefind's index") {
  const TestRequest request = with_pagefind();
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    INFO("seed " << seed);
    const TestBuild a = generated(seed, 2 * seed + 1000).build(request);
    const TestBuild b = generated(seed, 2 * seed + 1001).build(request);
    INFO(a.diagnostics << b.diagnostics);
    REQUIRE((a.ok() && b.ok()));
    CHECK(a.files == b.files);
  }
}

}  // namespace
}  // namespace opsg::test
