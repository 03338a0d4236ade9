#include <string>
#include <thread>
#include <vector>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"

namespace opsg::released {
namespace {

TEST_CASE("partials: see the context around them") {
  const TemplateTexts texts = {{"page.html", "{{#owners}}{{>owner}} {{/owners}}"},
                               {"owner.html", "{{name}} for {{id}}"}};
  CHECK(render(texts, sample_action()) == "DCC for OPSG 41/03 SECAS for OPSG 41/03 ");
}

TEST_CASE("partials: are named by their path, with or without .html") {
  const TemplateTexts texts = {{"page.html", "{{> partials/a }}{{>partials/a.html}}"},
                               {"partials/a.html", "{{id}};"}};
  CHECK(render(texts, sample_action()) == "OPSG 41/03;OPSG 41/03;");
}

TEST_CASE("partials: a name means what it does where the partial stands") {
  const TemplateTexts texts = {
      {"page.html", "{{#site}}{{>t}}{{/site}};{{#agenda}}{{>t}};{{/agenda}}"},
      {"t.html", "{{title}}"}};
  CHECK(render(texts, sample_meeting()) == "Operations &amp; &lt;Group&gt;;Welcome;Reports;");
}

TEST_CASE("partials: alone on their line they are indented as the line is") {
  const TemplateTexts texts = {
      {"page.html", "<nav>\n  {{>list}}\n</nav>\n"},
      {"list.html", "<ul>\n{{#parties}}\n  <li>{{.}}</li>\n{{/parties}}\n\n</ul>\n"}};
  CHECK(render(texts, sample_meeting()) ==
        "<nav>\n  <ul>\n    <li>DCC</li>\n    <li>R&amp;D</li>\n\n  </ul>\n</nav>\n");
}

TEST_CASE("partials: what they show is not indented") {
  MeetingView view;
  view.heading = "one\ntwo";
  const TemplateTexts texts = {{"page.html", "  {{>pre}}\n"}, {"pre.html", "{{heading}}\n"}};
  CHECK(render(texts, view) == "  one\ntwo\n");
}

TEST_CASE("partials: indentations add up, and those inside a line count for nothing") {
  const TemplateTexts texts = {{"page.html", "  {{>a}}\n  <{{>lines}}>\n"},
                               {"a.html", "a\n  {{>lines}}\nb\n"},
                               {"lines.html", "1\n2"}};
  CHECK(render(texts, sample_action()) == "  a\n    1\n    2  b\n  <1\n2>\n");
}

TEST_CASE("partials: a tree of views is rendered by a partial that includes itself") {
  const TemplateTexts texts = {
      {"page.html", "{{#agenda}}{{>item}}{{/agenda}}"},
      {"item.html", "<li>{{title}}{{#items}}<ul>{{>item}}</ul>{{/items}}</li>"}};
  CHECK(render(texts, sample_meeting()) ==
        "<li>Welcome</li><li>Reports<ul><li>Incidents<ul><li>Major</li></ul></li></ul>"
        "<ul><li>Risks</li></ul></li>");
}

TEST_CASE("partials: a tree grows its indentation with its depth") {
  const TemplateTexts texts = {{"page.html", "{{#agenda}}\n{{>item}}\n{{/agenda}}\n"},
                               {"item.html", "- {{title}}\n{{#items}}\n  {{>item}}\n{{/items}}\n"}};
  CHECK(render(texts, sample_meeting()) ==
        "- Welcome\n- Reports\n  - Incidents\n    - Major\n  - Risks\n");
}

TEST_CASE("templates: the first of a name counts, so that a site can replace its theme's") {
  Diagnostics diagnostics;
  const TemplateSet set = TemplateSet::load(SourcePath("templates"),
                                            {{"page.html", SourcePath("mine/page.html"), "mine"},
                                             {"page.html", SourcePath("theme/page.html"), "theme"}},
                                            diagnostics);
  const auto page = Template<SiteView>::compile(set, "page.html", diagnostics);
  REQUIRE(page);
  CHECK(page->render(SiteView{})->view() == "mine");
  CHECK(set.names() == std::vector<std::string>{"page.html"});
}

TEST_CASE("templates: outlive the set that they came from") {
  std::optional<Template<ActionView>> page;
  {
    Diagnostics diagnostics;
    page = Template<ActionView>::compile(load_templates({{"page.html", "<{{id}}>"}}, diagnostics),
                                         "page.html", diagnostics);
  }
  REQUIRE(page);
  CHECK(page->render(sample_action())->view() == "<OPSG 41/03>");
}

TEST_CASE("templates: one compiled template serves many threads") {
  Diagnostics diagnostics;
  const TemplateSet set =
      load_templates({{"page.html", "{{#agenda}}\n  {{>item}}\n{{/agenda}}\n"},
                      {"item.html", "{{title}}\n{{#items}}\n  {{>item}}\n{{/items}}\n"}},
                     diagnostics);
  const auto page = Template<MeetingView>::compile(set, "page.html", diagnostics);
  REQUIRE(page);
  const MeetingView view = sample_meeting();
  const SafeHtml expected = *page->render(view);

  std::vector<int> same(4, 0);
  std::vector<std::thread> threads;
  for (int& count : same) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) count += *page->render(view) == expected ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(same == std::vector<int>(4, 200));
}

}  // namespace
}  // namespace opsg::released
