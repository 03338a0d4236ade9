#include "permalinks.h"

#include "catch2.h"
#include "html_url.h"
#include "rendering_fixture.h"

namespace opsg::released {
namespace {

using opsg::test::RenderingFixture;

TEST_CASE("links are below the path of base_url") {
  CHECK(path_of_url("https://opsg.example/") == "/");
  CHECK(path_of_url("https://opsg.example/sub/site/") == "/sub/site/");
  CHECK(path_of_url("https://opsg.example") == "/");
  RenderingFixture fixture;
  fixture.base_url("https://opsg.example/sub/");
  const Site site = fixture.site();
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  CHECK(permalinks.href("actions/") == "/sub/actions/");
  CHECK(permalinks.url("actions/") == "https://opsg.example/sub/actions/");
}

TEST_CASE("entries whose key is more than an id share their register's page") {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m1", "minutes",
                   "### LSC 1: Components\n\n- Release: February\n- Status: Red\n\n"
                   "### Risk 006: Late\n\n- Severity: 20\n");
  const Site site = fixture.site();
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  const Register* reviews = site.find_register("reviews");
  const Register* risks = site.find_register("risks");
  CHECK(permalinks.entry(reviews->definition, reviews->entries.at(0)) == "reviews/#lsc-1");
  CHECK(permalinks.entry(risks->definition, risks->entries.at(0)) == "risks/risk-006/");
  CHECK(permalinks.exists("risks/risk-006/"));
  CHECK_FALSE(permalinks.exists("risks/risk-007/"));
}

TEST_CASE("a safe URL is absolute, whole, and of a known scheme") {
  CHECK(is_safe_absolute_url("https://a.example/"));
  CHECK(is_safe_absolute_url("HTTP://a.example"));
  CHECK(is_safe_absolute_url("mailto:a@b.example"));
  CHECK_FALSE(is_safe_absolute_url("https://"));
  CHECK_FALSE(is_safe_absolute_url("https:/a"));
  CHECK_FALSE(is_safe_absolute_url(" https://a"));
  CHECK_FALSE(is_safe_absolute_url("https://a\tb"));
  CHECK_FALSE(is_safe_absolute_url("httpss://a"));
}

TEST_CASE("percent-encoding is read and written") {
  CHECK(percent_decoded("a%20b%2Fc%") == "a b/c%");
  CHECK(percent_decoded("%zz%4") == "%zz%4");
  std::string url;
  append_url(url, "a b\"<\xC3\xA9>&%20'");
  CHECK(url == "a%20b%22%3C%C3%A9%3E&amp;%20%27");
}

}  // namespace
}  // namespace opsg::released
