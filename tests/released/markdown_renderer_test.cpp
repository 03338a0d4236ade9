#include "markdown_renderer.h"

#include <chrono>
#include <string>

#include "catch2.h"
#include "rendering_fixture.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::html_of;

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST_CASE("headings take their anchors and start below the page's own") {
  CHECK(
      html_of("## 3. Reports\n\n### 3.1 Incidents\n\n### Any other *business*\n") ==
      R"(<h3 id="item-3">3. Reports <a class="permalink" href="#item-3" aria-label="Permalink">#</a></h3>
<h4 id="item-3-1">3.1 Incidents <a class="permalink" href="#item-3-1" aria-label="Permalink">#</a></h4>
<h4 id="any-other-business">Any other <em>business</em> <a class="permalink" href="#any-other-business" aria-label="Permalink">#</a></h4>
)");
}

TEST_CASE("anchors of minutes never meet those of headlines") {
  CHECK_THAT(html_of("## 3. Reports\n", "minutes"), Contains("<h3 id=\"minutes-item-3\">"));
}

TEST_CASE("equal headings have ids of their own") {
  const std::string html = html_of("## Notes\n\n## Notes\n\n## !\n");
  CHECK_THAT(html,
             Contains("id=\"notes\"") && Contains("id=\"notes-2\"") && Contains("id=\"section\""));
}

TEST_CASE("text is escaped") {
  CHECK(html_of("Fish & chips, 1 < 2, \"so\" \\<script>\n") ==
        "<p>Fish &amp; chips, 1 &lt; 2, &quot;so&quot; &lt;script&gt;</p>\n");
  CHECK(html_of("`<b>&amp;` `</code>`\n") ==
        "<p><code>&lt;b&gt;&amp;amp;</code> <code>&lt;/code&gt;</code></p>\n");
  CHECK(html_of("```html onload=x\n<script>\n```\n") ==
        "<pre tabindex=\"0\"><code>&lt;script&gt;\n</code></pre>\n");
}

TEST_CASE("raw HTML and comments are never written") {
  for (const char* markdown :
       {"<script>alert(1)</script>\n", "a <img src=x onerror=alert(1)> b\n", "<!-- secret -->\n",
        "a <!-- secret --> b\n", "<div style=\"x\">\n\ntext\n\n</div>\n", "<svg/onload=alert(1)>\n",
        "<?php x ?>\n", "<![CDATA[ secret ]]>\n", "<!DOCTYPE secret>\n"}) {
    const std::string html = html_of(markdown);
    CAPTURE(markdown, html);
    CHECK(html.find("secret") == std::string::npos);
    CHECK(html.find("onerror") == std::string::npos);
    CHECK(html.find("<s") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<div") == std::string::npos);
  }
}

TEST_CASE("a link of an unsafe scheme is its text, however it is disguised") {
  for (const char* url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "&#1;javascript:alert(1)",
        "%6Aavascript:alert(1)", "data:text/html;base64,PHM+", "vbscript:x", "file:///etc/passwd",
        "//evil.example/", "/\\evil.example", "\\\\evil.example", "blob:x", "about:blank",
        "https:evil.example", "https:/evil.example", "feed:https://x"}) {
    const std::string html = html_of("[text](<" + std::string(url) + ">)\n");
    CAPTURE(url);
    CHECK(html == "<p>text</p>\n");
  }
  CHECK_THAT(html_of("<javascript:alert(1)>\n"), !Contains("href"));
  CHECK_THAT(html_of("[x]\n\n[x]: javascript:alert(1)\n"), !Contains("href"));
}

TEST_CASE("a URL cannot leave its attribute") {
  CHECK(html_of("[x](<https://a.example/\"onclick='y'&z>)\n") ==
        "<p><a href=\"https://a.example/%22onclick=%27y%27&amp;z\" rel=\"external "
        "noopener\">x</a></p>\n");
}

TEST_CASE("links between records lead to their pages") {
  const auto href = [](const std::string& url) { return html_of("[x](<" + url + ">)\n"); };
  CHECK(href("../m0/headlines.md") == "<p><a href=\"/meetings/m0/\">x</a></p>\n");
  CHECK(href("../m0/headlines.md#item-3") == "<p><a href=\"/meetings/m0/#item-3\">x</a></p>\n");
  CHECK(href("/meetings/m0/") == "<p><a href=\"/meetings/m0/\">x</a></p>\n");
  CHECK(href("/meetings/m0/#item-3") == "<p><a href=\"/meetings/m0/#item-3\">x</a></p>\n");
  CHECK(href("/actions/opsg-40-01") == "<p><a href=\"/actions/opsg-40-01/\">x</a></p>\n");
  CHECK(href("annex%201.pdf") == "<p><a href=\"/meetings/m1/annex%201.pdf\">x</a></p>\n");
  CHECK(href("mailto:secretary@opsg.example") ==
        "<p><a href=\"mailto:secretary@opsg.example\" rel=\"external noopener\">x</a></p>\n");
}

TEST_CASE("the site's own address is a path of the site") {
  const auto href = [](const std::string& url) { return html_of("[x](<" + url + ">)\n"); };
  const std::string page = "<p><a href=\"/meetings/m0/\">x</a></p>\n";
  CHECK(href("https://opsg.example/meetings/m0/") == page);
  CHECK(href("HTTPS://OPSG.example/meetings/m0") == page);
  CHECK(href("/meetings/m0/index.html") == page);
  CHECK(href("https://opsg.example") == "<p><a href=\"/\">x</a></p>\n");
  CHECK(href("https://opsg.example/meetings/m0/#item-3") ==
        "<p><a href=\"/meetings/m0/#item-3\">x</a></p>\n");
  CHECK(href("/decisions/?verb=noted") == "<p><a href=\"/decisions/?verb=noted\">x</a></p>\n");
  for (const char* url : {"https://opsg.example/nowhere/", "https://opsg.example/meetings/m0/#no",
                          "https://opsg.example/../x", "https://opsg.example/?/../x/%2e%2e"}) {
    CAPTURE(url);
    CHECK_THAT(href(url), !Contains("opsg.example"));
  }
  CHECK_THAT(href("https://opsg.example.evil/"), Contains("rel=\"external"));
}

TEST_CASE("a telephone number is a link") {
  CHECK(html_of("[x](tel:+441234567890)\n") ==
        "<p><a href=\"tel:+441234567890\" rel=\"external noopener\">x</a></p>\n");
}

TEST_CASE("a link that cannot be resolved is its text") {
  for (const char* url : {"../m0/minutes.md", "../m0/headlines.md#item-4", "#item-9", "#",
                          "/meetings/m2/", "/meetings/m0/#item-4", "annex-2.pdf", "../../../x",
                          "../m0/meeting.toml", "", "?", "/../x"}) {
    CAPTURE(url);
    CHECK(html_of("[text](<" + std::string(url) + ">)\n") == "<p>text</p>\n");
  }
}

TEST_CASE("images are https or attachments, or else their text") {
  CHECK(html_of("![A \"graph\"](https://a.example/g.png)\n") ==
        "<p><img src=\"https://a.example/g.png\" alt=\"A &quot;graph&quot;\"></p>\n");
  CHECK(html_of("![Annex](annex%201.pdf)\n") ==
        "<p><img src=\"/meetings/m1/annex%201.pdf\" alt=\"Annex\"></p>\n");
  CHECK(html_of("![Annex *1*](x.png) ![h](http://a.example/) ![d](data:image/png,)\n") ==
        "<p>Annex 1 h d</p>\n");
  CHECK(html_of("![p](../m0/headlines.md)\n") == "<p>p</p>\n");
}

TEST_CASE("mentions link to what this audience has") {
  CHECK(html_of("See OPSG 40/01 and OPSG 99/01.\n") ==
        "<p>See <a href=\"/actions/opsg-40-01/\">OPSG 40/01</a> and OPSG 99/01.</p>\n");
  CHECK(
      html_of("For MP116: INC000000661032.\n") ==
      "<p>For <a href=\"https://modifications.example/MP116\" rel=\"external noopener\">MP116</a>: "
      "<a href=\"/references/inc000000661032/\">INC000000661032</a>.</p>\n");
  CHECK(html_of("From OPSG\n40/01.\n") ==
        "<p>From <a href=\"/actions/opsg-40-01/\">OPSG\n40/01</a>.</p>\n");
  CHECK(html_of("At OPSG_40_0101 and OPSG 41_2501.\n") ==
        "<p>At <a href=\"/meetings/m0/\">OPSG_40_0101</a> and OPSG 41_2501.</p>\n");
}

TEST_CASE("mentions in code and links stay as they are") {
  CHECK(html_of("`MP116` [MP116](https://a.example/)\n") ==
        "<p><code>MP116</code> <a href=\"https://a.example/\" rel=\"external "
        "noopener\">MP116</a></p>\n");
  CHECK(html_of("[MP116](nowhere)\n") == "<p>MP116</p>\n");
}

TEST_CASE("the first use of an acronym is explained") {
  CHECK(
      html_of("### RDP\n\n`RDP`, RDPs and RDP; xRDP, C&S\n") ==
      "<h3 id=\"rdp\">RDP <a class=\"permalink\" href=\"#rdp\" "
      "aria-label=\"Permalink\">#</a></h3>\n"
      "<p><code>RDP</code>, <abbr title=\"Registration Data Provider\">RDP</abbr>s and RDP; xRDP, "
      "<abbr title=\"Central &amp; South\">C&amp;S</abbr></p>\n");
}

TEST_CASE("a post meeting note is shown as a note") {
  CHECK(html_of("[Post Meeting Note: the report is *out*.]\n") ==
        "<aside class=\"note\" role=\"note\">\n<p>Post Meeting Note: the report is "
        "<em>out</em>.</p>\n"
        "</aside>\n");
  CHECK(html_of("*[Post-meeting note: it is out [again].]*\n") ==
        "<aside class=\"note\" role=\"note\">\n"
        "<p><em>Post-meeting note: it is out [again].</em></p>\n</aside>\n");
  CHECK(html_of("It was late. [Post Meeting Note: it is **out**.] So be it.\n") ==
        "<p>It was late. <span class=\"note\">[Post Meeting Note: it is "
        "<strong>out</strong>.]</span> "
        "So be it.</p>\n");
}

TEST_CASE("a post meeting note may go on for paragraphs") {
  CHECK(html_of("[Post Meeting Note: it is out.\n\n- one\n\nAnd it is good.]\n\nText.\n") ==
        "<aside class=\"note\" role=\"note\">\n<p>Post Meeting Note: it is out.</p>\n"
        "<ul>\n<li>one\n</li>\n</ul>\n<p>And it is good.</p>\n</aside>\n<p>Text.</p>\n");
}

TEST_CASE("a bracket that is never closed is text") {
  CHECK(html_of("[Post Meeting Note: it is out.\n\n## Next\n\n]\n") ==
        "<p>[Post Meeting Note: it is out.</p>\n<h3 id=\"next\">Next <a class=\"permalink\" "
        "href=\"#next\" aria-label=\"Permalink\">#</a></h3>\n<p>]</p>\n");
  CHECK(html_of("It *was [Post Meeting Note: it* is out].\n") ==
        "<p>It <em>was [Post Meeting Note: it</em> is out].</p>\n");
}

TEST_CASE("what was redacted stands out") {
  CHECK(html_of("By [redacted] for RDP.\n") ==
        "<p>By <span class=\"redacted\">[redacted]</span> for "
        "<abbr title=\"Registration Data Provider\">RDP</abbr>.</p>\n");
}

TEST_CASE("tables say what their headers head") {
  CHECK(html_of("| A | B |\n| --- | ---: |\n| 1 | ~~2~~ |\n") ==
        "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" "
        "tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">A</th>"
        "<th scope=\"col\" class=\"align-right\">B</th></tr>\n</thead>\n<tbody>\n"
        "<tr><td>1</td><td "
        "class=\"align-right\"><del>2</del></td></tr>\n</tbody>\n</table>\n</div>\n");
  CHECK_THAT(html_of("| A |\n| --- |\n"), Contains("</thead>\n</table>"));
}

TEST_CASE("lists and decisions in them have their places") {
  const std::string html =
      html_of("## 3. Reports\n\nThe OPSG:\n\n- **NOTED** the report; and\n- **AGREED** it.\n");
  CHECK_THAT(html, Contains("<li id=\"decision-3-1\"><strong>NOTED</strong>"));
  CHECK_THAT(html, Contains("<li id=\"decision-3-2\"><strong>AGREED</strong>"));
  CHECK_THAT(html_of("3. three\n4. four\n"), Contains("<ol start=\"3\">"));
}

TEST_CASE("no nesting is too deep and no text too long") {
  const auto start = std::chrono::steady_clock::now();
  CHECK_THAT(html_of(repeated("> ", 20'000) + "x\n"), Contains("<blockquote>"));
  CHECK_THAT(html_of(repeated("*a **b ", 5'000) + repeated("** *", 5'000) + "\n"), Contains("b"));
  CHECK_THAT(html_of(repeated("[", 20'000) + "x" + repeated("](y)", 20'000) + "\n"), Contains("x"));
  CHECK_THAT(html_of(repeated("[Post Meeting Note: a\n\n", 5'000)), Contains("Note"));
  CHECK_THAT(html_of(repeated("[Post Meeting Note: a ", 5'000) + repeated("]", 5'000) + "\n"),
             Contains("Note"));
  CHECK_THAT(html_of(repeated("# h\n\n", 5'000)), Contains("id=\"h-5000\""));
  CHECK_THAT(html_of(repeated("RDP [redacted] MP116 ", 20'000) + "\n"), Contains("abbr"));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}

}  // namespace
}  // namespace opsg::released
