#include <string>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"

namespace opsg::released {
namespace {

const char* const kLayout =
    "<html>\n"
    "  {{>head}}\n"
    "  <main>\n"
    "    {{$main}}\n"
    "    {{/main}}\n"
    "  </main>\n"
    "</html>\n";
const char* const kHead = "<title>{{$title}}{{site.title}}{{/title}}</title>\n";

TemplateTexts with_layout(const std::string& page) {
  return {{"page.html", page}, {"layout.html", kLayout}, {"head.html", kHead}};
}

TEST_CASE("blocks: a page fills its layout's blocks, and keeps the defaults of the others") {
  CHECK(render(with_layout("{{<layout}}\n"
                           "{{$main}}\n"
                           "<h1>{{heading}}</h1>\n"
                           "{{#parties}}\n"
                           "<p>{{.}}</p>\n"
                           "{{/parties}}\n"
                           "{{/main}}\n"
                           "{{/layout}}\n"),
               sample_meeting()) ==
        "<html>\n"
        "  <title>Operations &amp; &lt;Group&gt;</title>\n"
        "  <main>\n"
        "    <h1>Meeting 41</h1>\n"
        "    <p>DCC</p>\n"
        "    <p>R&amp;D</p>\n"
        "  </main>\n"
        "</html>\n");
}

TEST_CASE("blocks: a partial of the layout has blocks too") {
  CHECK(render(with_layout("{{<layout}}{{$title}}{{heading}}{{/title}}{{/layout}}\n"),
               sample_meeting()) ==
        "<html>\n  <title>Meeting 41</title>\n  <main>\n  </main>\n</html>\n");
}

TEST_CASE("blocks: a page's own indentation is taken off before the layout's is put on") {
  CHECK(render(with_layout("{{<layout}}\n"
                           "        {{$main}}\n"
                           "            <ul>\n"
                           "              <li></li>\n"
                           "            </ul>\n"
                           "        {{/main}}\n"
                           "{{/layout}}\n"),
               sample_meeting()) ==
        "<html>\n"
        "  <title>Operations &amp; &lt;Group&gt;</title>\n"
        "  <main>\n"
        "    <ul>\n"
        "      <li></li>\n"
        "    </ul>\n"
        "  </main>\n"
        "</html>\n");
}

TEST_CASE("blocks: outside of parents they show their default") {
  CHECK(render("a {{$b}}{{id}}{{/b}} c\n  {{$d}}\n  e\n  {{/d}}\nf\n", sample_action()) ==
        "a OPSG 41/03 c\n  e\nf\n");
}

TEST_CASE("blocks: a default on the tag's own line keeps its indentation") {
  const TemplateTexts texts = {{"page.html", " {{>p}}\n"}, {"p.html", "x\n  {{$b}}y{{/b}}\nz\n"}};
  CHECK(render(texts, sample_action()) == " x\n   y\n z\n");
}

TEST_CASE("blocks: an override sees the context in which the block stands") {
  const TemplateTexts texts = {{"page.html", "{{<rows}}{{$row}}{{name}}/{{id}} {{/row}}{{/rows}}"},
                               {"rows.html", "{{#owners}}{{$row}}{{/row}}{{/owners}}"}};
  CHECK(render(texts, sample_action()) == "DCC/OPSG 41/03 SECAS/OPSG 41/03 ");
}

TEST_CASE("blocks: of several layouts over each other, the innermost page wins") {
  const TemplateTexts texts = {
      {"page.html", "{{<middle}}{{$a}}page{{/a}}{{/middle}}"},
      {"middle.html", "{{<base}}{{$a}}middle{{/a}}{{$b}}middle{{/b}}{{/base}}"},
      {"base.html", "{{$a}}base{{/a}} {{$b}}base{{/b}} {{$c}}base{{/c}}"}};
  CHECK(render(texts, sample_action()) == "page middle base");
}

TEST_CASE("blocks: an override may bring blocks that the next page fills") {
  const TemplateTexts texts = {
      {"page.html", "{{<middle}}{{$side}}links{{/side}}{{/middle}}"},
      {"middle.html", "{{<base}}{{$main}}[{{$side}}{{/side}}]{{/main}}{{/base}}"},
      {"base.html", "<{{$main}}{{/main}}>"}};
  CHECK(render(texts, sample_action()) == "<[links]>");
}

TEST_CASE("blocks: overrides end with their parent") {
  const TemplateTexts texts = {{"page.html", "{{<p}}{{$b}}mine{{/b}}{{/p}} {{>p}}"},
                               {"p.html", "{{$b}}default{{/b}}"}};
  CHECK(render(texts, sample_action()) == "mine default");
}

TEST_CASE("blocks: text between overrides is not shown") {
  CHECK(render({{"page.html", "{{<p}} text {{! comment }} {{$b}}x{{/b}} text {{/p}}"},
                {"p.html", "{{$b}}{{/b}}"}},
               sample_action()) == "x");
}

TEST_CASE("blocks: a parent that shares its line includes without indenting") {
  const TemplateTexts texts = {{"page.html", "  {{<p}}{{/p}} end\n"}, {"p.html", "1\n2"}};
  CHECK(render(texts, sample_action()) == "  1\n2 end\n");
}

TEST_CASE("blocks: a tree may be drawn by blocks") {
  const TemplateTexts texts = {
      {"page.html", "{{<tree}}{{$label}}*{{title}}*{{/label}}{{/tree}}"},
      {"tree.html", "{{$label}}{{title}}{{/label}}{{#items}}({{>tree}}){{/items}}"}};
  CHECK(render(texts, ItemView{"a", {{"b", {}}, {"c", {{"d", {}}}}}}) == "*a*(*b*)(*c*(*d*))");
}

}  // namespace
}  // namespace opsg::released
