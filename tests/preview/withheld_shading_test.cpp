#include "withheld_shading.h"

#include <string>

#include "catch2.h"
#include "page_passages.h"

namespace {

using opsg::preview::WithheldPortion;
using opsg::preview::WithheldShading;

const WithheldPortion kParagraph = {"minutes.md:12",
                                    "amber",
                                    "block-marking",
                                    "a marking covers it",
                                    "(AMBER) The supplier *is* [late](https://example.org/a).",
                                    ""};
const WithheldPortion kSpan = {"minutes.md:20", "red", "span-marking", "a span", "", "ACME"};

std::string page_of(const std::string& main) {
  return "<html><body><p>Frame</p><main id=\"main\">" + main + "</main><p>Foot</p></body></html>";
}

std::string shaded(const std::string& full, const std::string& shown) {
  const WithheldShading shading("public", {kParagraph, kSpan});
  return shading.shade(page_of(full), page_of(shown));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A page that is the same for the audience is left as it is") {
  CHECK(shaded("<p>One</p>", "<p>One</p>") == page_of("<p>One</p>"));
}

TEST_CASE("What the audience's page lacks is shaded, with the rule that its words lead to") {
  const std::string page = shaded(
      "<p>One</p>\n<p id=\"x\">The supplier <em>is</em> <a href=\"/a\">late</a>. <a>\u00b6</a></p>",
      "<p>One</p>");
  CHECK(contains(page, "<p>One</p>"));
  CHECK(contains(page,
                 "<p data-opsg-withheld=\"amber, by block-marking: minutes.md:12\" "
                 "title=\"amber, by block-marking: minutes.md:12\" id=\"x\">"));
  CHECK(contains(page,
                 "<main id=\"main\"><section id=\"opsg-site-withheld\" aria-label=\"Withheld\">\n"
                 "<p><strong>What is shaded is withheld from public.</strong></p>\n<ul>\n"
                 "<li>amber: a marking covers it (block-marking, minutes.md:12)</li>\n"
                 "</ul>\n</section>\n"));
}

TEST_CASE("What a list quotes beside a link is found too, and a rule is told once in a row") {
  const std::string page = shaded(
      "<ul><li>The supplier is late. <a href=\"/m\">Minutes, item 3</a></li>"
      "<li>The supplier is late</li></ul><p>Shown</p><p>The supplier is late</p>",
      "<p>Shown</p>");
  constexpr const char* kTitle = "title=\"amber, by block-marking: minutes.md:12\">The supplier";
  CHECK(contains(page, std::string("<li data-opsg-withheld=\"amber, by block-marking: "
                                   "minutes.md:12\" ") +
                           kTitle));
  CHECK(contains(page, std::string("<li data-opsg-withheld=\"\" ") + kTitle));
  CHECK(contains(page, std::string("<p>Shown</p><p data-opsg-withheld=\"amber, by block-marking: "
                                   "minutes.md:12\" ") +
                           kTitle));
}

TEST_CASE("A redacted span shades its block, by the span's rule") {
  const std::string page =
      shaded("<p>It was ACME, they say.</p>", "<p>It was [redacted], they say.</p>");
  CHECK(contains(page, "<p data-opsg-withheld=\"red, by span-marking: minutes.md:20\""));
}

TEST_CASE("What no rule's words lead to follows from what is withheld") {
  const std::string page = shaded("<p>4 open actions</p>", "<p>3 open actions</p>");
  CHECK(
      contains(page, "<p data-opsg-withheld=\"not so for public: follows from what is withheld\""));
}

TEST_CASE("Of equal passages those are shaded that the audience has none for") {
  const std::string page = shaded("<p>Noted.</p><h2>Secret</h2><p>Noted.</p>", "<p>Noted.</p>");
  CHECK(contains(page, "<p>Noted.</p><h2 data-opsg-withheld="));
  CHECK(contains(page, "</h2><p data-opsg-withheld="));
}

TEST_CASE("A row of a table is shaded as one") {
  const std::string page =
      shaded("<table><tr><td>A</td><td>Open</td></tr><tr><td>B</td><td>Open</td></tr></table>",
             "<table><tr><td>A</td><td>Open</td></tr></table>");
  CHECK(contains(page, "<tr><td>A</td>"));
  CHECK(contains(page, "<tr data-opsg-withheld="));
}

TEST_CASE("A page that the audience does not have is withheld whole") {
  const WithheldShading shading("public", {kParagraph});
  const std::string page = shading.shade(page_of("<h1>T</h1><p>The supplier is late.</p>"), {});
  CHECK(contains(page, "This page is withheld from public."));
  CHECK(contains(page, "<h1 data-opsg-withheld="));
  CHECK(contains(page, "<p data-opsg-withheld=\"amber, by block-marking"));
  CHECK(contains(page, "<body><p>Frame</p>"));
}

TEST_CASE("Names in rules and places are escaped") {
  const WithheldShading shading("public",
                                {{"<b>\"&", "<i>", "r", "<script>", "A long passage.", ""}});
  const std::string page = shading.shade(page_of("<p>A long passage.</p>"), page_of(""));
  CHECK_FALSE(contains(page, "<script>"));
  CHECK_FALSE(contains(page, "<b>"));
  CHECK(contains(page, "&lt;i&gt;, by r: &lt;b&gt;&quot;&amp;"));
}

TEST_CASE("Passages are read from odd pages without harm") {
  using opsg::preview::page_passages;
  CHECK(page_passages("").empty());
  CHECK(page_passages("<main").empty());
  CHECK(page_passages("<main>").empty());
  CHECK(page_passages("</main><main>").empty());
  CHECK(page_passages("<main><p").empty());
  CHECK(page_passages("<main><p>a&b</main>").at(0).text == "ab");
  CHECK(page_passages("<main><p title='>'>a &amp; b</p>c<p>d</p></main>").size() == 2);
}
