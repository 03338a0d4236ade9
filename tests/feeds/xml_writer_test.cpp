#include "xml_writer.h"

#include "catch2.h"
#include "hostile_text.h"

namespace opsg::released {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

TEST_CASE("elements are nested and indented") {
  XmlWriter xml;
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}});
  xml.element("title", "News", {{"type", "text"}, {"xml:lang", "en-GB"}});
  xml.open("author");
  xml.empty_element("link", {{"href", "https://x.example/?a=1&b=2"}});
  xml.close();
  xml.close();
  CHECK(xml.take() == std::string(kDeclaration) + R"(<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="text" xml:lang="en-GB">News</title>
  <author>
    <link href="https://x.example/?a=1&amp;b=2"/>
  </author>
</feed>
)");
}

TEST_CASE("no text gets out of its element or attribute") {
  XmlWriter xml;
  xml.element("t", test::kHostileText, {{"a", test::kHostileText}});
  CHECK(xml.take() ==
        std::string(kDeclaration) +
            "<t a=\"=cmd() ]]&gt; &lt;b&gt;&amp;amp;&lt;/b&gt; --&gt; &quot;it&#39;s&quot;, a;b\\n"
            "&#10;next&#13;&#9;tab שלום 🎉 \uFFFD\uFFFD \uFFFD\">"
            "=cmd() ]]&gt; &lt;b&gt;&amp;amp;&lt;/b&gt; --&gt; &quot;it&#39;s&quot;, a;b\\n"
            "\nnext&#13;\ttab שלום 🎉 \uFFFD\uFFFD \uFFFD</t>\n");
}

TEST_CASE("what XML cannot hold is replaced") {
  XmlWriter xml;
  xml.element("t", std::string("a\0b\x1F\x7F\xEF\xBF\xBE\xEF\xBF\xBF\xED\xA0\x80", 15));
  const std::string document = xml.take();
  CHECK(document.find("a\uFFFDb\uFFFD\x7F\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD") != std::string::npos);
}

}  // namespace
}  // namespace opsg::released
