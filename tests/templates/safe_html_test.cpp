#include "safe_html.h"

#include <string>
#include <type_traits>

#include "catch2.h"

namespace opsg::released {
namespace {

// Only the program's own literals and the two renderers make HTML out of characters.
static_assert(std::is_constructible_v<SafeHtml, HtmlLiteral>);
static_assert(!std::is_convertible_v<std::string, HtmlLiteral>);
static_assert(!std::is_convertible_v<const char*, HtmlLiteral>);
static_assert(!std::is_default_constructible_v<PassKey<TemplateRenderer>>);
static_assert(!std::is_default_constructible_v<PassKey<MarkdownRenderer>>);

TEST_CASE("SafeHtml: the five characters of HTML are escaped") {
  CHECK(SafeHtml::escape("<a href=\"x\" id='y'>R&D</a>").view() ==
        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;");
}

TEST_CASE("SafeHtml: other text is left as it is") {
  CHECK(SafeHtml::escape("").empty());
  CHECK(SafeHtml::escape("naïve café — ok\n").view() == "naïve café — ok\n");
}

TEST_CASE("SafeHtml: what is escaped already is escaped again") {
  CHECK(SafeHtml::escape("&amp;").view() == "&amp;amp;");
}

TEST_CASE("SafeHtml: literals and their sums stay as they are") {
  SafeHtml html("<b>");
  html += SafeHtml::escape("1 < 2");
  const SafeHtml whole = html + SafeHtml("</b>");
  CHECK(whole.view() == "<b>1 &lt; 2</b>");
  CHECK(whole == SafeHtml("<b>1 &lt; 2</b>"));
  CHECK(SafeHtml(whole).take() == "<b>1 &lt; 2</b>");
}

TEST_CASE("append_escaped: adds to what is there") {
  std::string out = "x";
  append_escaped(out, "<>");
  CHECK(out == "x&lt;&gt;");
}

}  // namespace
}  // namespace opsg::released
