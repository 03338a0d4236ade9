#include "block_anchors.h"

#include <map>
#include <regex>
#include <set>
#include <string>

#include "catch2.h"
#include "inline_text.h"
#include "rendering_fixture.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::html_with_paragraph_links;
using opsg::test::RenderingFixture;

/// The text of each block that has a paragraph's anchor -> the anchor. Equal texts are told apart
/// by a number.
std::map<std::string, std::string> anchors_of(const RenderingFixture& fixture) {
  RenderingFixture own = fixture;
  const Site site = own.site();
  std::map<std::string, std::string> anchors;
  std::set<std::string> seen;
  for (const BlockAnchor& each : paragraph_anchors(site.records[0])) {
    std::string text = plain_text(each.block);
    while (anchors.contains(text)) text += '+';
    anchors[text] = each.anchor;
    CHECK(seen.insert(each.anchor).second);
  }
  return anchors;
}

std::map<std::string, std::string> anchors_of(const std::string& markdown) {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m1", "minutes", markdown);
  return anchors_of(fixture);
}

constexpr std::string_view kRecord = R"(Before all items.

## 1. Reports

The **first** report.

The OPSG **NOTED** the report.

## 2. Incidents

Nine were opened.

- one
- two

The OPSG **NOTED** the report.
)";

std::string changed(std::string_view from, std::string_view to) {
  std::string text(kRecord);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("every block right below the document has an anchor") {
  const auto anchors = anchors_of(
      "Text.\n\n- a\n- b\n\n1. c\n\n> Quote.\n\n```\ncode\n```\n\n| A |\n| --- |\n| 1 |\n\n---\n\n"
      "## Heading\n");
  CHECK(anchors.size() == 6);
  for (const auto& [text, anchor] : anchors) {
    CAPTURE(text);
    CHECK(std::regex_match(anchor, std::regex("p-[0-9a-f]{8}")));
  }
}

TEST_CASE("an anchor is known for ever: a published link depends on it") {
  // printf 'item-3-1\nAll is well.' | sha256sum
  CHECK(anchors_of("## 3.1 Reports\n\nAll is well.\n").at("All is well.") == "p-196be502");
}

TEST_CASE("what happens to other blocks changes no anchor") {
  const auto original = anchors_of(std::string(kRecord));
  REQUIRE(original.size() == 6);
  const auto check_kept = [&](const std::string& edited, const std::set<std::string>& gone = {}) {
    CAPTURE(edited);
    std::set<std::string> now;
    for (const auto& [text, anchor] : anchors_of(edited)) now.insert(anchor);
    for (const auto& [text, anchor] : original) {
      CAPTURE(text);
      CHECK(now.contains(anchor) == !gone.contains(text));
    }
  };
  check_kept(changed("Before all items.", "Something new.\n\nBefore all items."));
  check_kept(changed("Nine were opened.\n\n", ""), {"Nine were opened."});
  check_kept(changed("Nine were opened.", "Ten were opened."), {"Nine were opened."});
  check_kept(changed("## 2. Incidents", "## 2. Major Incidents"));
  check_kept(changed("The **first** report.", "*The first*\nreport."));
  check_kept(
      changed("## 1. Reports", "## 7. New\n\nThe OPSG **NOTED** the report.\n\n## 1. Reports"));
  const std::size_t second = kRecord.find("## 2.");
  check_kept("Before all items.\n\n" + std::string(kRecord.substr(second)) + "\n" +
             std::string(kRecord.substr(19, second - 19)));
}

TEST_CASE("equal blocks under one heading are numbered, under two they do not meet") {
  const auto anchors = anchors_of("## 1. A\n\nSame.\n\nSame.\n\n## 2. B\n\nSame.\n");
  CHECK(anchors.at("Same.+") == anchors.at("Same.") + "-2");
  CHECK(anchors.at("Same.++").size() == anchors.at("Same.").size());
}

TEST_CASE("the fields of two entries may be the same") {
  const auto anchors = anchors_of(
      "## 1. Actions\n\n### OPSG 40/01: A\n\n- Status: Open\n\n### OPSG 40/02: B\n\n"
      "- Status: Open\n");
  CHECK(anchors.at("Status: Open").size() == anchors.at("Status: Open+").size());
}

TEST_CASE("an extract stands under no heading of the extract before it") {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.extracts("m1", "minutes", {"## 1. Reports\n\nOne.\n", "Two.\n"});
  RenderingFixture alone;
  alone.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  alone.extracts("m1", "minutes", {"Two.\n"});
  CHECK(anchors_of(fixture).at("Two.") == anchors_of(alone).at("Two."));
}

TEST_CASE("paragraphs show their permalinks on their own page") {
  CHECK(std::regex_match(
      html_with_paragraph_links("Text.\n"),
      std::regex("<p id=\"(p-[0-9a-f]{8})\">Text. <a class=\"permalink\" href=\"#\\1\" "
                 "aria-label=\"Permalink\">\u00b6</a></p>\n")));
  CHECK_THAT(html_with_paragraph_links("Text.\n", "minutes"), Contains("<p id=\"minutes-p-"));
}

TEST_CASE("lists, tables, quotes and code stand in a frame with their permalink") {
  for (const auto& [markdown, element] :
       std::map<std::string, std::string>{{"- a\n", "<ul>"},
                                          {"1. a\n", "<ol>"},
                                          {"> a\n", "<blockquote>"},
                                          {"```\na\n```\n", "<pre tabindex=\"0\">"},
                                          {"| a |\n| --- |\n", "<div class=\"scroll\""}}) {
    const std::string html = html_with_paragraph_links(markdown);
    CAPTURE(html);
    CHECK(html.starts_with("<div class=\"block\" id=\"p-"));
    CHECK_THAT(html, Contains("\">\n" + element));
    CHECK(html.ends_with(" aria-label=\"Permalink\">\u00b6</a>\n</div>\n"));
  }
}

TEST_CASE("an action is cited by its own anchor, a decision's paragraph by its words") {
  CHECK_THAT(html_with_paragraph_links("ACTION OPSG 41/01: The DCC to report.\n", "minutes"),
             Contains("<p id=\"minutes-action-opsg-41-01\">") &&
                 Contains("href=\"#minutes-action-opsg-41-01\""));
  const std::string html = html_with_paragraph_links("The OPSG **NOTED** it.\n");
  CHECK_THAT(html, Contains("<p id=\"p-") && Contains("<span id=\"decision-1\"></span>") &&
                       Contains("href=\"#p-"));
}

TEST_CASE("a heading that reads like an anchor does not take it twice") {
  const std::string anchor = anchors_of("Text.\n").at("Text.");
  const std::string html = html_with_paragraph_links("Text.\n\n## " + anchor + "\n");
  CHECK_THAT(html,
             Contains("<h3 id=\"" + anchor + "\">") && Contains("<p id=\"" + anchor + "-2\">"));
}

TEST_CASE("ten thousand equal paragraphs have ten thousand anchors") {
  std::string markdown;
  for (int i = 0; i < 10'000; ++i) markdown += "Same.\n\n";
  CHECK_THAT(html_with_paragraph_links(markdown), Contains("-10000\">"));
}

}  // namespace
}  // namespace opsg::released
