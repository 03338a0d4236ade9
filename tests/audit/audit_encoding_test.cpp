#include <string>

#include "audit_site.h"
#include "catch2.h"

namespace opsg::testing {
namespace {

AuditSite secret(std::string_view text) {
  return AuditSite().minutes("white", "Public words.\n\n(AMBER) " + std::string(text) + "\n");
}

TEST_CASE("no way of writing hides a passage in HTML") {
  const std::string html = GENERATE(
      "THE CAFÉ &amp; its “owner’s” ﻿plan", "the caf&eacute; &amp; its owner&#39;s plan",
      "the caf&#233; its owner&#x2019;s plan", "the <b>ca</b>fé &mdash; its\n  owner's&nbsp;plan",
      "the café <a href=\"x\" title=\"y\">its <em>owner</em>'s</a> pl<wbr>an",
      "<i data-x=\"the café – its owner&rsquo;s plan\">x</i>",
      "<script>x = \"the caf\\u00e9 its owner's plan\";</script>",
      "<!-- the café & its owner's plan -->",
      "<a href=\"?q=the+caf%C3%A9%20its+owner%27s%20plan\">x</a>",
      "the ca&shy;f\xC3\xA9 <img src=\"x\"> its owner's plan",
      "&lt;p&gt;the caf&amp;eacute; its owner&amp;#8217;s plan&lt;/p&gt;",
      "<unclosed title=\"the café its owner's plan", "the café &lt;its owner's plan&gt;");
  CAPTURE(html);
  CHECK_FALSE(secret("The café & its owner's plan").page(html).is_clean());
}

TEST_CASE("no way of writing hides a passage in other files") {
  const AuditSite site = secret("The \"café\" and its owner's plan, hidden from you");
  CHECK_FALSE(
      AuditSite(site)
          .output("a.json", R"({"t":"The \"caf\u00E9\" and\nits owner\u2019s plan, hidden"})")
          .is_clean());
  CHECK_FALSE(
      AuditSite(site)
          .output("a.json",
                  R"({"h":"\u003cp\u003eThe <a title=\"caf\u00e9 and its owner's plan\">"})")
          .is_clean());
  CHECK_FALSE(AuditSite(site)
                  .output("a.csv", "x,\"The \"\"café\"\" and its owner's plan, hidden\"\n")
                  .is_clean());
  CHECK_FALSE(AuditSite(site)
                  .output("a.ics",
                          "SUMMARY:The café and its ow\r\n ner's plan\\, hid\r\n\tden from you\r\n")
                  .is_clean());
  CHECK_FALSE(
      AuditSite(site)
          .output("feed.xml", "<content><![CDATA[<p>The café and its <b>owner's</b> plan]]>")
          .is_clean());
  CHECK_FALSE(AuditSite(site).output("a.txt", "the\ncafé\nand\nits\nowner's\nplan").is_clean());
}

TEST_CASE("a passage is found in each kind of file as the site writes it") {
  const AuditSite site = secret("The \"café\" & its owner's plan, hidden from you; for now");
  struct File {
    std::string_view path;
    std::string_view bytes;
  };
  const File file = GENERATE(
      // Atom: HTML in XML, so that all that HTML escapes is escaped twice.
      File{
          "feed.xml",
          "<content type=\"html\">&lt;p&gt;the &amp;quot;caf\u00E9&amp;quot; &amp;amp; "
          "&lt;em class=&quot;x&quot;&gt;its&lt;/em&gt;\nowner&amp;#39;s plan&lt;/p&gt;</content>"},
      File{"feed.xml", "<title>the &quot;café&quot; &amp; its owner&#39;s plan</title>"},
      File{"feed.xml", "<entry><!-- the café & its owner's plan --></entry>"},
      File{"feed.xml", "<link rel=\"x\" title=\"café &amp; its owner&#39;s plan, hidden\"/>"},
      // JSON Feed: HTML in a JSON string.
      File{"feed.json",
           R"({"content_html": "<p>the &quot;café&quot; &amp; <a href=\"x\">its</a>\nowner&#39;s )"
           R"(plan</p>"})"},
      File{"data/actions.json", R"({"title": "\"café\" & its owner's plan, hidden"})"},
      File{"data/schema/actions.json", R"({"enum": ["x", "café & its owner's plan, hidden"]})"},
      // Tables: doubled quotes, line ends in cells, the mark against formulas.
      File{"data/actions.csv", "id,title\r\n1,\"the \"\"café\"\" & its\r\nowner's plan\"\r\n"},
      File{"data/actions.csv", "1,\"'the café & its\n\nowner's plan\",2\r\n"},
      File{"data/actions.csv", "1,'the café & its owner's plan\r\n"},
      // Calendars: folds, also within a word, and escapes.
      File{"calendar.ics", "SUMMARY:the \"café\" & its ow\r\n ner's plan\\, hid\r\n den from\r\n"},
      File{"calendar.ics", "DESCRIPTION:the café\\n& its owner's\\; plan\\, hidden\r\n"},
      File{"sitemap.xml", "<loc>https://x.example/caf%C3%A9-its-owners-plan-hidden/</loc>"});
  CAPTURE(file.path, file.bytes);
  CHECK_FALSE(AuditSite(site).output(std::string(file.path), std::string(file.bytes)).is_clean());
}

TEST_CASE("a link is found in a calendar, whose escapes stand between its parts") {
  const AuditSite site = secret("[x](https://quagga.example/a,b;c/zebrafinch)");
  const std::string text = GENERATE("URL:https://quagga.example/a,b;c/zebra\r\n finch\r\n",
                                    "DESCRIPTION:https://quagga.example/a\\,b\\;c/zebrafinch\r\n");
  CAPTURE(text);
  CHECK_FALSE(AuditSite(site).output("calendar.ics", text).is_clean());
}

TEST_CASE("what Markdown writes otherwise is the same text") {
  CHECK_FALSE(secret("The caf&eacute; **and** its _owner_'s\nplan")
                  .page("the café and its owner's plan")
                  .is_clean());
  CHECK_FALSE(secret("See [the whole](x.md \"tip\") of the plan")
                  .page("see <a>the whole</a> of the plan")
                  .is_clean());
  CHECK_FALSE(secret("See `the whole` of \\*the plan")
                  .page("see <code>the whole</code> of *the plan")
                  .is_clean());
  CHECK_FALSE(secret("5\\. The whole ![alt](x.png) of the plan")
                  .page("5. the whole <img alt=\"\"> of the plan")
                  .is_clean());
}

TEST_CASE("any bytes can be read") {
  const std::string bytes =
      GENERATE(std::string("<"), "</", "<a", "<a b", "<a b=", "<a b='", "<!--", "<![CDATA[", "&",
               "&#", "&#x;", "&#99999999999;", "%", "%4", "\\", "\\u", "\\uD800", "\\uD800\\uD800",
               "\xFF\xFE", "\xC3", "\xF0\x9F", std::string("\0<\0", 3), "\"", "<a b=\"%C3");
  const std::string name = GENERATE("a.html", "a.json", "a.csv", "a.ics", "a");
  CHECK(secret("The plan").output(name, bytes).is_clean());
}

TEST_CASE("any source can be read") {
  const std::string body = GENERATE(
      std::string("["), "![", "](", "[AMBER:", "[AMBER: [", "![a](b", "[a](<b", "[a](b \"", "`",
      "``a`", "<!--", "```\n", "(AMBER)", "- (AMBER)", ">", "> > -", "|", "|\n|-",
      "| (AMBER)\n|-|\n|", "#", "###### #", "(", "\t\t-\t(AMBER) x", "\\", "1.", "- \n\n\n\n- ");
  const std::string label = GENERATE("white", "amber");
  CHECK(AuditSite().minutes(label, body).page("Nothing here").is_clean());
}

}  // namespace
}  // namespace opsg::testing
