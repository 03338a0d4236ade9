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

/// Two reviews of one id, a measure of two periods, and a risk.
RenderingFixture keyed_entries() {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m1", "minutes",
                   "### LSC 1: Components\n\n- Release: June 2021\n- Status: Red\n\n"
                   "### LSC 1: Parts\n\n- Release: February 2022\n- Status: Red\n\n"
                   "### LSC 2: Stability\n\n- Release: June 2021\n- Status: Red\n\n"
                   "### CPM1: Measure\n\n- Provider: DCC\n- Period: Oct 2021\n- Value: 9%\n\n"
                   "### CPM1: Measure\n\n- Provider: DCC\n- Period: Q4 2021\n- Value: 9%\n\n"
                   "### Risk 006: Late\n\n- Severity: 20\n");
  return fixture;
}

TEST_CASE("every entry has a page, and the periods of one measure share one") {
  RenderingFixture fixture = keyed_entries();
  const Site site = fixture.site();
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  const auto paths_of = [&](std::string_view name) {
    const Register* reg = site.find_register(name);
    std::vector<std::string> paths;
    for (const RegisterEntry& entry : reg->entries) {
      paths.push_back(permalinks.entry(reg->definition, entry));
      CHECK(permalinks.exists(permalinks.entry_page(reg->definition, entry)));
    }
    return paths;
  };
  CHECK(paths_of("reviews") == std::vector<std::string>{"reviews/lsc-1-february-2022/",
                                                        "reviews/lsc-1-june-2021/",
                                                        "reviews/lsc-2-june-2021/"});
  CHECK(paths_of("measures") ==
        std::vector<std::string>{"measures/cpm1-dcc/#period-2021-10",
                                 "measures/cpm1-dcc/#period-2021-10-2021-12"});
  CHECK(paths_of("risks") == std::vector<std::string>{"risks/risk-006/"});
  CHECK_FALSE(permalinks.exists("risks/risk-007/"));
}

TEST_CASE("a mention leads to the entry's page, or to the index where several pages share the id") {
  RenderingFixture fixture = keyed_entries();
  const Site site = fixture.site();
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  const auto mention = [&](const std::string& definition, const std::string& id) {
    return permalinks.mention({Mention::Kind::entry, definition, id, 0, 0}).path;
  };
  CHECK(mention("reviews", "LSC 1") == "reviews/#lsc-1");
  CHECK(mention("reviews", "LSC 2") == "reviews/lsc-2-june-2021/");
  CHECK(mention("measures", "CPM1") == "measures/cpm1-dcc/");
  CHECK(mention("risks", "Risk 006") == "risks/risk-006/");
  CHECK(mention("risks", "Risk 007") == "");
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
