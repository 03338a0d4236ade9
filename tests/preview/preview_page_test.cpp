#include "preview_page.h"

#include <string>

#include "catch2.h"
#include "html_text.h"
#include "preview_marker.h"
#include "preview_site.h"

namespace {

using opsg::preview::make_preview_page;
using opsg::preview::PageFrame;

PageFrame frame() {
  PageFrame frame;
  frame.fingerprint = "f00d";
  frame.address = "/a/";
  frame.audience = "public";
  frame.audiences = {"public", "members"};
  return frame;
}

constexpr const char* kBar =
    "<aside id=\"opsg-site-bar\" aria-label=\"Preview\">\n"
    "<details>\n"
    "<summary>Preview: public</summary>\n"
    "<nav aria-label=\"Audience of the preview\">\n"
    "<ul>\n"
    "<li><a href=\"/_opsg-site/audience/public?back=%2Fa%2F\" "
    "aria-current=\"true\">public</a></li>\n"
    "<li><a href=\"/_opsg-site/audience/members?back=%2Fa%2F\">members</a></li>\n"
    "</ul>\n"
    "</nav>\n"
    "</details>\n"
    "</aside>\n";

}  // namespace

TEST_CASE(
    "A page of a preview has a marker, a style sheet, a script and a bar, and is else as it was") {
  const std::string page = make_preview_page("<html><HEAD></HEAD><body>x</BODY></html>\n", frame());
  CHECK(page == std::string("<html><HEAD><meta name=\"opsg-site-preview\" content=\"f00d\">\n"
                            "<link rel=\"stylesheet\" href=\"/_opsg-site/preview.css\">\n"
                            "<script src=\"/_opsg-site/preview.js\" defer></script>\n"
                            "</HEAD><body>x") +
                    kBar + "</BODY></html>\n");
  CHECK(opsg::is_preview_page(page));
}

TEST_CASE("What is added holds no script or style of its own: the page's policy forbids them") {
  PageFrame with_errors = frame();
  with_errors.errors = "e";
  const std::string page = make_preview_page("<head></head><body></body>", with_errors);
  CHECK(page.find("<style") == std::string::npos);
  CHECK(page.find(" style=") == std::string::npos);
  CHECK(page.find("onclick") == std::string::npos);
  CHECK(page.find("<script>") == std::string::npos);
}

TEST_CASE("Without reloading, a page has no script") {
  PageFrame still = frame();
  still.reloads = false;
  const std::string page = make_preview_page("<head></head><body></body>", still);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(opsg::is_preview_page(page));
}

TEST_CASE("Even a page without head and body cannot lose the marker") {
  for (const char* html : {"", "plain text", "<p>x</p>", "</body></head>", "<body></body>"}) {
    INFO(html);
    CHECK(opsg::is_preview_page(make_preview_page(html, frame())));
  }
}

TEST_CASE("A page that quotes the marker, or the tags that others look for, is not taken in") {
  const std::string quoted =
      "<head></head><body><p>" +
      opsg::preview::escape_html("<meta name=\"opsg-site-preview\"></body>") + "</p></body>";
  CHECK_FALSE(opsg::is_preview_page(quoted));
  const std::string page = make_preview_page(quoted, frame());
  CHECK(page.find("&lt;/body&gt;</p><aside") != std::string::npos);
}

TEST_CASE("Errors are shown as text, whatever they quote") {
  PageFrame broken = frame();
  broken.errors =
      "a.md:1:1: error[x]: </pre><script>alert(1)</script>\n  1 | <img src=x onerror='a'> & "
      "\x1b[31m\n"
      "  \xe2\x80\xae\n";
  const std::string page = make_preview_page("<head></head><body></body>", broken);
  CHECK(page.find("<pre tabindex=\"0\">a.md:1:1: error[x]: "
                  "&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n"
                  "  1 | &lt;img src=x onerror=&#39;a&#39;&gt; &amp; \xef\xbf\xbd[31m\n"
                  "  \xef\xbf\xbd\n</pre>") != std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
}

TEST_CASE("Names of audiences and addresses are escaped") {
  PageFrame odd = frame();
  odd.audience = "<b>\"";
  odd.audiences = {"<b>\""};
  odd.address = "/\"><script>";
  const std::string page = make_preview_page("<head></head><body></body>", odd);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find("/_opsg-site/audience/%3Cb%3E%22?back=%2F%22%3E%3Cscript%3E\"") !=
        std::string::npos);
  CHECK(page.find("&lt;b&gt;&quot;</a>") != std::string::npos);
}

TEST_CASE("Before the first good build there is a page of errors alone") {
  PageFrame broken = frame();
  broken.errors = "no <site>";
  const std::string page = opsg::preview::make_error_page(broken);
  CHECK(page.find("<title>This site has errors</title>") != std::string::npos);
  CHECK(page.find("no &lt;site&gt;") != std::string::npos);
  CHECK(opsg::is_preview_page(page));
}

TEST_CASE("A fingerprint is FNV-1a, and another one for other bytes") {
  using opsg::preview::fingerprint;
  CHECK(fingerprint("") == "cbf29ce484222325");
  CHECK(fingerprint("foobar") == "85944171f73967e8");
}
