#include "site_feeds.h"

#include <map>
#include <string>
#include <vector>

#include "catch2.h"
#include "cleared_site.h"
#include "page_context_fixture.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::ClearedSite;
using opsg::test::planned_files;
using Files = std::map<std::string, std::string>;
using Ids = std::vector<std::string>;

Files feeds(ClearedSite sources) {
  return planned_files(sources.join(), plan_feeds);
}

/// What stands between the tags, everywhere.
Ids elements(const std::string& xml, const std::string& name) {
  Ids found;
  const std::string open = '<' + name + '>';
  for (auto at = xml.find(open); at != std::string::npos; at = xml.find(open, at)) {
    at += open.size();
    found.push_back(xml.substr(at, xml.find("</", at) - at));
  }
  return found;
}

ClearedSite sources(const std::string& word = "report") {
  ClearedSite site;
  site.meeting("2020-12-01-opsg-40", "code = \"40\"\ndate = 2020-12-01\n");
  site.document("2020-12-01-opsg-40", "minutes",
                "## 3. Reports (SECAS)\n\nACTION OPSG 40/01: The DCC to " + word + ".\n",
                "adopted = \"41_2501\"\n");
  site.meeting("2021-01-25-opsg-41",
               "code = \"41_2501\"\ndate = 2021-01-25\nstart = 13:20:00\nend = 15:35:00\n");
  site.document("2021-01-25-opsg-41", "headlines",
                "## 1. News (DCC)\n\nSee OPSG 40/01, [above](#item-1) and MP116.\n");
  site.document("2021-01-25-opsg-41", "minutes",
                "## 1. Actions\n\n### OPSG 40/01: The DCC to " + word +
                    "\n\n- Status: Closed\n\nThe DCC did \\<so> & INC000000661032 is over.\n\n"
                    "ACTION OPSG 41/01: SECAS to " +
                    word +
                    ".\n\n"
                    "## 2. Risks\n\n### Risk 006: The " +
                    word +
                    " may be late\n\n"
                    "- Severity: 20 - Critical\n");
  return site;
}

TEST_CASE("the feeds of a site") {
  Ids paths;
  for (const auto& [path, bytes] : feeds(sources())) paths.push_back(path);
  CHECK(paths == Ids{"actions/feed.json", "actions/feed.xml", "actions/opsg-40-01/feed.xml",
                     "actions/opsg-41-01/feed.xml", "feed.json", "feed.xml",
                     "references/inc000000661032/feed.xml", "references/mp116/feed.xml",
                     "risks/feed.json", "risks/feed.xml", "risks/risk-006/feed.xml"});
}

TEST_CASE("the headlines' feed") {
  CHECK(feeds(sources()).at("feed.xml") == R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>https://opsg.example/feed.xml</id>
  <title>SEC Operations Group: headlines</title>
  <updated>2021-01-25T15:35:00Z</updated>
  <author>
    <name>SEC Operations Group</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://opsg.example/feed.xml"/>
  <link rel="alternate" type="text/html" href="https://opsg.example/"/>
  <rights>For everyone.</rights>
  <entry>
    <id>https://opsg.example/meetings/2021-01-25-opsg-41/</id>
    <title>SEC Operations Group Meeting 41_2501</title>
    <published>2021-01-25T15:35:00Z</published>
    <updated>2021-01-25T15:35:00Z</updated>
    <link rel="alternate" type="text/html" href="https://opsg.example/meetings/2021-01-25-opsg-41/"/>
    <content type="html">)"
                                           R"(&lt;h3&gt;1. News (DCC)&lt;/h3&gt;
&lt;p&gt;See &lt;a href=&quot;https://opsg.example/actions/opsg-40-01/&quot;&gt;OPSG 40/01&lt;/a&gt;, &lt;a href=&quot;https://opsg.example/meetings/2021-01-25-opsg-41/#item-1&quot;&gt;above&lt;/a&gt; and &lt;a href=&quot;https://modifications.example/MP116&quot; rel=&quot;external noopener&quot;&gt;MP116&lt;/a&gt;.&lt;/p&gt;
</content>
  </entry>
  <entry>
    <id>https://opsg.example/meetings/2020-12-01-opsg-40/</id>
    <title>SEC Operations Group Meeting 40: minutes</title>
    <published>2020-12-01T00:00:00Z</published>
    <updated>2021-01-25T15:35:00Z</updated>
    <link rel="alternate" type="text/html" href="https://opsg.example/meetings/2020-12-01-opsg-40/"/>
    <content type="html">)"
                                           R"(&lt;h3&gt;3. Reports (SECAS)&lt;/h3&gt;
&lt;p&gt;ACTION &lt;a href=&quot;https://opsg.example/actions/opsg-40-01/&quot;&gt;OPSG 40/01&lt;/a&gt;: The DCC to report.&lt;/p&gt;
</content>
  </entry>
</feed>
)");
}

TEST_CASE("the action log's feed tells what meetings did to each action") {
  const std::string feed = feeds(sources()).at("actions/feed.xml");
  CHECK(elements(feed, "title") ==
        Ids{"SEC Operations Group: Action log", "OPSG 40/01 closed: The DCC to report",
            "OPSG 41/01 raised: SECAS to report", "OPSG 40/01 raised: The DCC to report"});
  CHECK_THAT(feed, Contains("&lt;li&gt;Status: Closed&lt;/li&gt;"));
  CHECK_THAT(feed, Contains("href=\"https://opsg.example/meetings/2021-01-25-opsg-41/"
                            "#minutes-action-opsg-40-01\""));
}

TEST_CASE("a reference's feed tells where it is mentioned") {
  const std::string feed = feeds(sources()).at("references/inc000000661032/feed.xml");
  CHECK(
      elements(feed, "id") ==
      Ids{"https://opsg.example/references/inc000000661032/feed.xml",
          "https://opsg.example/references/inc000000661032/#at-2021-01-25-opsg-41-minutes-item-1"});
  CHECK(elements(feed, "title")[1] == "INC000000661032: OPSG 41_2501, item 1");
  CHECK_THAT(feed, Contains("is over.&lt;/p&gt;"));
}

TEST_CASE("no id of any feed changes when titles, texts and the order of things do") {
  ClearedSite changed = sources("say nothing, = or ]]> \"at\" all");
  changed.meeting("2019-01-01-opsg-1", "code = \"1\"\ndate = 2019-01-01\n");
  changed.document("2019-01-01-opsg-1", "headlines", "Nothing.\n");
  const Files before = feeds(sources());
  const Files after = feeds(changed);
  for (const auto& [path, xml] : before) {
    INFO(path);
    Ids ids = elements(after.at(path), "id");
    if (path == "feed.xml") {
      CHECK(ids.back() == "https://opsg.example/meetings/2019-01-01-opsg-1/");
      ids.pop_back();
    }
    CHECK(ids == elements(xml, "id"));
  }
}

TEST_CASE("feeds are bounded, but for those of single entries") {
  ClearedSite site;
  for (int i = 0; i < 120; ++i) {
    const std::string slug = "m" + std::to_string(1000 + i);
    const Date date(std::chrono::sys_days(std::chrono::year(2010) / 1 / 1) + std::chrono::days(i));
    site.meeting(slug, "code = \"" + slug + "\"\ndate = " + iso_date(date) + "\n");
    site.document(slug, "headlines",
                  i == 0 ? "ACTION OPSG 1/01: The DCC to act.\n"
                         : "### OPSG 1/01: The DCC to act\n\nStill.\n");
  }
  const Files files = feeds(site);
  CHECK(elements(files.at("feed.xml"), "id").size() == 1 + 30);
  CHECK(elements(files.at("actions/feed.xml"), "id").size() == 1 + 100);
  CHECK(elements(files.at("actions/opsg-1-01/feed.xml"), "id").size() == 1 + 120);
}

TEST_CASE("a meeting of which nothing but an agenda is there is no news") {
  ClearedSite site;
  site.meeting("m", "code = \"41\"\ndate = 2021-01-25\n");
  site.document("m", "agenda", "## 1. News\n");
  const Files files = feeds(site);
  CHECK(elements(files.at("feed.xml"), "id").size() == 1);
  CHECK_THAT(files.at("feed.json"), Contains("\"items\": []"));
}

TEST_CASE("of what is withheld but for extracts, the extracts are news") {
  ClearedSite site;
  site.meeting("m", "code = \"41\"\ndate = 2021-01-25\n");
  site.extract("m", "minutes", "An extract.\n");
  CHECK_THAT(feeds(site).at("feed.xml"), Contains("&lt;p&gt;An extract.&lt;/p&gt;"));
}

TEST_CASE("under a subpath every link of a feed is whole") {
  ClearedSite site = sources();
  site.base_url("https://host.example/sub/path/");
  for (const auto& [path, text] : feeds(site)) {
    INFO(path);
    CHECK_THAT(text, !Contains("href=\"/") && !Contains("href=&quot;/") &&
                         !Contains("href=\\\"/") && !Contains("opsg.example"));
  }
}

}  // namespace
}  // namespace opsg::released
