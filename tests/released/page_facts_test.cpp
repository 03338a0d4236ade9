#include "page_facts.h"

#include "catch2.h"
#include "cleared_site.h"
#include "page_context_fixture.h"
#include "sitemap.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::ClearedSite;
using opsg::test::PageContextFixture;

ClearedSite three_meetings() {
  ClearedSite site;
  site.meeting("m1", "code = \"40\"\ndate = 2020-12-01\n");
  site.document("m1", "headlines",
                "## 1. News (DCC)\n\nThe DCC reported on MP116. The OPSG **noted** it.\n\n"
                "ACTION OPSG 40/01: SECAS to write.\n");
  site.meeting("m2", "code = \"41\"\ndate = 2021-01-25\n");
  site.document("m2", "headlines", "## 1. Other news\n\nNothing.\n");
  site.meeting("m3", "code = \"42\"\ndate = 2021-03-01\n");
  site.document("m3", "agenda", "## 1. Actions\n\nOPSG 40/01 is due.\n");
  site.document("", "about", "# About us\n\nWho we are.\n");
  return site;
}

std::optional<Date> day(const char* text) {
  return parse_iso_date(text);
}

TEST_CASE("a page was last changed by the latest meeting held that it draws on") {
  const PageContextFixture fixture(three_meetings().join());
  const PageFactsIndex& facts = fixture.context().facts;
  CHECK(facts.of("").updated == day("2021-01-25"));
  CHECK(facts.of("meetings/").updated == day("2021-01-25"));
  CHECK(facts.of("meetings/m1/").updated == day("2020-12-01"));
  CHECK(facts.of("meetings/m3/").updated == std::nullopt);
  CHECK(facts.of("actions/").updated == day("2020-12-01"));
  CHECK(facts.of("actions/opsg-40-01/").updated == day("2020-12-01"));
  CHECK(facts.of("actions/open/").updated == day("2020-12-01"));
  CHECK(facts.of("references/mp116/").updated == day("2020-12-01"));
  CHECK(facts.of("decisions/noted/").updated == day("2020-12-01"));
  CHECK(facts.of("parties/secas/").updated == day("2020-12-01"));
  CHECK(facts.of("about/").updated == std::nullopt);
  CHECK(facts.of("glossary/").updated == std::nullopt);
  CHECK(facts.of("404.html").updated == std::nullopt);
}

TEST_CASE("descriptions are the first sentences of what pages hold") {
  const PageContextFixture fixture(three_meetings().join());
  const PageFactsIndex& facts = fixture.context().facts;
  CHECK(facts.of("meetings/m1/").description ==
        "1 December 2020. The DCC reported on MP116. The OPSG noted it.");
  CHECK(facts.of("actions/opsg-40-01/").description == "OPSG 40/01: SECAS to write");
  CHECK(facts.of("actions/").description == "Action log: 1 entry, 1 open.");
  CHECK(facts.of("risks/").description == "Risks: 0 entries.");
  CHECK(facts.of("references/mp116/").description ==
        "MP116: The DCC reported on MP116. The OPSG noted it.");
  CHECK(facts.of("about/").description == "Who we are.");
  CHECK(page_frame(fixture.context(), "glossary/", "Glossary").description ==
        "Glossary. SEC Operations Group");
}

TEST_CASE("pages know their feeds") {
  const PageContextFixture fixture(three_meetings().join());
  const auto hrefs = [&](std::string_view path) {
    std::string list;
    for (const AlternateView& link : page_frame(fixture.context(), path, "").alternates) {
      list += link.type + ' ' + link.href + '\n';
    }
    return list;
  };
  CHECK(hrefs("actions/") ==
        "application/atom+xml /actions/feed.xml\napplication/feed+json /actions/feed.json\n");
  CHECK(hrefs("actions/open/") == hrefs("actions/"));
  CHECK(hrefs("actions/opsg-40-01/") == "application/atom+xml /actions/opsg-40-01/feed.xml\n");
  CHECK(hrefs("references/mp116/") == "application/atom+xml /references/mp116/feed.xml\n");
  CHECK(hrefs("meetings/m1/") == "");
}

TEST_CASE("the sitemap says when the records changed a page") {
  const PageContextFixture fixture(three_meetings().join());
  const PageContext& context = fixture.context();
  CHECK(sitemap({"", "about/", "meetings/m&1/"}, context.permalinks, context.facts).bytes ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://opsg.example/</loc>
    <lastmod>2021-01-25</lastmod>
  </url>
  <url>
    <loc>https://opsg.example/about/</loc>
  </url>
  <url>
    <loc>https://opsg.example/meetings/m&amp;1/</loc>
    <lastmod>2021-01-25</lastmod>
  </url>
</urlset>
)");
}

}  // namespace
}  // namespace opsg::released
