#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"
#include "text.h"

namespace opsg::released {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// The findings' first lines, without the excerpts.
std::vector<std::string> finding_lines(const TemplateTexts& texts) {
  Diagnostics diagnostics;
  const TemplateSet set = load_templates(texts, diagnostics);
  Template<MeetingView>::compile(set, "page.html", diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : diagnostics.items()) {
    lines.push_back(std::to_string(finding.span.column) + " " + finding.code + ": " +
                    finding.message);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("hostile: a hundred thousand opened sections are one error") {
  for (const std::string_view tag : {"{{#held}}", "{{^held}}", "{{$held}}"}) {
    const std::string column = std::to_string(128 * tag.size() + 1);
    CHECK(finding_lines({{"page.html", repeated(tag, 100'000)}}) ==
          Lines{column + " template-syntax: sections nest more than 128 deep here"});
  }
}

TEST_CASE("hostile: the deepest nesting that is allowed works") {
  const std::string text = repeated("{{#held}}", 128) + "x" + repeated("{{/held}}", 128);
  CHECK(render(text, sample_meeting()) == "x");
}

TEST_CASE("hostile: closing tags without end") {
  CHECK(finding_lines({{"page.html", repeated("{{/a}}", 10'000)}}).size() == 10'000);
}

TEST_CASE("hostile: unclosed tags are not searched again and again") {
  CHECK(finding_lines({{"page.html", repeated("{{a ", 20'000)}}).size() == 20'000);
  CHECK(finding_lines({{"page.html", repeated("{", 100'000)}}).size() <= 50'000);
}

TEST_CASE("hostile: a large template is no error") {
  const std::string text =
      repeated("<p>{{heading}}</p>\n{{#held}}\n  {{place}}\n{{/held}}\n", 20'000);
  CHECK(render(text, sample_meeting()) == repeated("<p>Meeting 41</p>\n  \n", 20'000));
}

TEST_CASE("hostile: a chain of partials is bounded") {
  TemplateTexts texts = {{"page.html", "{{>p0}}"}};
  for (int i = 0; i < 10'000; ++i) {
    texts["p" + std::to_string(i)] = "{{>p" + std::to_string(i + 1) + "}}";
  }
  texts["p10000"] = "end";
  CHECK(finding_lines(texts) ==
        Lines{"1 template-recursion: partials and sections nest more than 256 deep"});
  texts["p200"] = "end";
  CHECK(render(texts, sample_meeting()) == "end");
}

TEST_CASE("hostile: partials that double at each level fail while rendering") {
  TemplateTexts texts = {{"page.html", "{{>p0}}"}};
  for (int i = 0; i < 60; ++i) {
    const std::string next = "{{>p" + std::to_string(i + 1) + "}}";
    texts["p" + std::to_string(i)] = next + next;
  }
  texts["p60"] = "";
  CHECK(render(texts, sample_meeting()) ==
        "template page.html: the page grows too large: do partials include each other too often?");
}

TEST_CASE("hostile: overrides that double at each level fail while compiling") {
  TemplateTexts texts = {{"page.html", "{{<p0}}{{/p0}}"}};
  for (int i = 0; i < 40; ++i) {
    const std::string next = "p" + std::to_string(i + 1);
    const std::string block = "b" + std::to_string(i);
    for (const std::string text : {"x", "y"}) {
      texts["p" + std::to_string(i)] +=
          "{{<" + next + "}}{{$" + block + "}}" + text + "{{/" + block + "}}{{/" + next + "}}";
      texts["p40"] += "{{$" + block + "}}{{/" + block + "}}";
    }
  }
  const Lines lines = finding_lines(texts);
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0], Catch::Contains("template-recursion: with all that it includes"));
}

TEST_CASE("hostile: a view that nests too deep fails while rendering") {
  ItemView root;
  ItemView* innermost = &root;
  for (int i = 0; i < 3'000; ++i) innermost = &innermost->items.emplace_back();
  CHECK(render({{"page.html", "{{>item}}"}, {"item.html", "({{#items}}{{>item}}{{/items}})"}},
               root) == "template page.html: sections and partials nest more than 1000 deep");
}

TEST_CASE("hostile: indentation that grows without measure fails while rendering") {
  ItemView root;
  ItemView* innermost = &root;
  for (int i = 0; i < 100; ++i) innermost = &innermost->items.emplace_back();
  const std::string indent(10'000, ' ');
  CHECK(render({{"page.html", "{{>item}}"},
                {"item.html", "x\n{{#items}}\n" + indent + "{{>item}}\n{{/items}}\n"}},
               root) ==
        "template page.html: the page grows too large: do partials include each other too often?");
}

/// Changes that keep a template nearly right, so that they reach deep into the engine.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::string mutate(std::string text) {
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  static constexpr std::string_view kPieces[] = {
      "{{",        "}}",           "{{{",         "}}}",       "{{#agenda}}", "{{/agenda}}",
      "{{^held}}", "{{/held}}",    "{{>item}}",   "{{<item}}", "{{/item}}",   "{{$main}}",
      "{{/main}}", "{{=<% %>=}}",  "<%={{ }}=%>", "{{!",       "\n",          "\r\n",
      "  ",        "{{.}}",        "{{title}}",   ".",         "\t",          "\xC3\xA9",
      "\xFF",      "{{&summary}}",
  };

  std::size_t below(std::size_t limit) { return random_() % limit; }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(12);
    switch (below(4)) {
      case 0:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(below(text.size() + 1), text.substr(at, 4 * length));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(below(128));
    }
  }

  std::mt19937 random_;
};

const TemplateTexts& valid_texts() {
  static const TemplateTexts texts = {
      {"page.html",
       "{{<layout}}\n{{$title}}{{heading}}{{/title}}\n{{$main}}\n  {{{summary}}}\n"
       "  {{#agenda}}\n    {{>item}}\n  {{/agenda}}\n  {{^held}}not held{{/held}}\n"
       "{{/main}}\n{{/layout}}\n"},
      {"layout.html",
       "<title>{{$title}}{{site.title}}{{/title}}</title>\n  {{$main}}\n  {{/main}}\n"
       "{{=<% %>=}}\n<%#parties%>\n<%.%>\n<%/parties%>\n"},
      {"item.html", "<li>{{title}}\n{{#items}}\n  {{>item}}\n{{/items}}\n</li>\n"},
  };
  return texts;
}

bool lies_in(const SourceSpan& span, const TemplateTexts& texts) {
  const auto text =
      texts.find(std::string(span.path.view().substr(std::string("templates/").size())));
  if (text == texts.end() || span.line == 0 || span.column == 0) return false;
  const auto lines = split(text->second, '\n');
  return span.line <= lines.size() && span.column <= lines[span.line - 1].size() + 1;
}

TEST_CASE("hostile: slightly wrong templates either work or are reported at a place in them") {
  const MeetingView view = sample_meeting();
  Mutator mutator(20210125);
  int rendered = 0;
  for (int i = 0; i < 6'000; ++i) {
    TemplateTexts texts = valid_texts();
    auto changed = std::next(texts.begin(), i % 3);
    changed->second = mutator.mutate(changed->second);
    INFO(changed->first << ":\n" << changed->second);

    Diagnostics diagnostics;
    const TemplateSet set = load_templates(texts, diagnostics);
    const auto page = Template<MeetingView>::compile(set, "page.html", diagnostics);
    for (const Diagnostic& finding : diagnostics.items()) REQUIRE(lies_in(finding.span, texts));
    if (!page) REQUIRE(diagnostics.has_errors());
    if (page) REQUIRE(page->render(view).has_value());
    rendered += page ? 1 : 0;
  }
  CHECK(rendered > 500);
}

}  // namespace
}  // namespace opsg::released
