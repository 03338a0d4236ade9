#include "pages.h"

#include <set>
#include <string>
#include <vector>

#include "catch2.h"
#include "meeting_view.h"
#include "rendered_pages.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::make_plain_theme;
using opsg::test::Pages;
using opsg::test::plain_theme_files;
using opsg::test::render;
using opsg::test::RenderingFixture;

constexpr std::string_view kMinutes = R"(## 1. Actions Outstanding (SECAS)

### OPSG 40/01: The DCC to report on its investigation

- Target: 1 February 2021
- Owner: DCC
- Status: Open

The DCC is late. See INC000000661032, MP116 and [the headlines](headlines.md#item-2).

## 2. Risks

### Risk 006: The <firmware> may be late

- Severity: 20 - Critical
- Probability: 4
- Impact: 5

## 3. Reviews

### LSC 1: Components

- Release: February 2022
- Status: Red

### CPM1: Code Performance Measure 1

- Provider: DCC
- Period: October 2021
- Value: 96.12%
- Target: 99%
- Minimum: 96%

The OPSG **NOTED** the report.

ACTION OPSG 41/01: SECAS to <write> to the DCC.
)";

constexpr std::string_view kFacts = R"(code = "41_2501"
date = 2021-01-25
start = 13:20:00
end = 15:35:00
place = "Teleconference"
[[attendance]]
category = "Members"
organisation = "Large Suppliers"
[[attendance]]
category = "Members"
organisation = "Large Suppliers"
[[attendance]]
category = "Members"
organisation = "DCC"
role = "Chair"
[[attendance]]
category = "Members"
organisation = "SECAS"
apology = true
[[next]]
kind = "main"
date = 2021-02-22
)";

RenderingFixture whole_site() {
  RenderingFixture fixture;
  fixture.meeting("2020-12-01-opsg-40", "code = \"40\"\ndate = 2020-12-01\n");
  fixture.extract("2020-12-01-opsg-40", "minutes",
                  "ACTION OPSG 40/01: The DCC to report on its investigation.\n");
  fixture.meeting("2021-01-25-opsg-41", kFacts);
  fixture.document("2021-01-25-opsg-41", "headlines",
                   "## 1. News (DCC)\n\nAll is well.\n\n## 2. More\n\nThe OPSG **agreed** it.\n");
  fixture.document("2021-01-25-opsg-41", "minutes", std::string(kMinutes));
  fixture.attachment("2021-01-25-opsg-41", "annex.pdf");
  fixture.document("", "about", "# About us\n\nSee [the policy](/policy/).\n");
  return fixture;
}

/// What stands between `before` and the next double quote, everywhere.
std::set<std::string> quoted_after(const std::string& html, std::string_view before) {
  std::set<std::string> found;
  for (std::size_t at = html.find(before); at != std::string::npos; at = html.find(before, at)) {
    at += before.size();
    found.insert(html.substr(at, html.find('"', at) - at));
  }
  return found;
}

bool is_html(const std::string& path) {
  return path.ends_with(".html");
}

/// The file that a server answers with for the path of a link.
std::string file_of_link(std::string_view path) {
  std::string file(path.substr(0, path.find('?')));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

void check_links(const Pages& pages, const std::string& base) {
  for (const auto& [path, html] : pages) {
    if (!is_html(path)) continue;
    for (const std::string& href : quoted_after(html, " href=\"")) {
      if (href.starts_with("https://")) continue;
      CAPTURE(path, href);
      const std::size_t hash = href.find('#');
      const std::string target =
          hash == 0 ? path : file_of_link(href.substr(base.size(), hash - base.size()));
      if (hash != 0) CHECK(href.starts_with(base));
      REQUIRE(pages.contains(target));
      if (hash == std::string::npos) continue;
      CHECK(quoted_after(pages.at(target), " id=\"").contains(href.substr(hash + 1)));
    }
  }
}

TEST_CASE("every page that the design names is there") {
  const Pages pages = render(whole_site());
  for (const char* path : {"index.html",
                           "404.html",
                           "about/index.html",
                           "actions/closed/index.html",
                           "actions/index.html",
                           "actions/open/index.html",
                           "actions/opsg-40-01/index.html",
                           "actions/overdue/index.html",
                           "actions/owner/dcc/index.html",
                           "decisions/agreed/index.html",
                           "decisions/index.html",
                           "glossary/index.html",
                           "measures/cpm1-dcc/index.html",
                           "measures/index.html",
                           "meetings/2021-01-25-opsg-41/annex.pdf",
                           "meetings/2021-01-25-opsg-41/index.html",
                           "meetings/index.html",
                           "parties/dcc/index.html",
                           "parties/index.html",
                           "policy/index.html",
                           "references/inc000000661032/index.html",
                           "references/index.html",
                           "reviews/index.html",
                           "reviews/lsc-1-february-2022/index.html",
                           "risks/index.html",
                           "risks/risk-006/index.html",
                           "robots.txt",
                           "sitemap.xml",
                           "data/actions.json"}) {
    CAPTURE(path);
    CHECK(pages.contains(path));
  }
}

TEST_CASE("no link of the site leads nowhere") {
  check_links(render(whole_site()), "/");
  check_links(render(whole_site().base_url("https://opsg.example/sub/")), "/sub/");
}

TEST_CASE("no id stands twice on a page") {
  for (const auto& [path, html] : render(whole_site())) {
    if (!is_html(path)) continue;
    std::set<std::string> ids = quoted_after(html, " id=\"");
    std::size_t count = 0;
    for (std::size_t at = html.find(" id=\""); at != std::string::npos;
         at = html.find(" id=\"", at + 1)) {
      ++count;
    }
    CAPTURE(path);
    CHECK(ids.size() == count);
  }
}

/// A script that stands in the page itself, or one whose file is named and that has text all the
/// same.
bool has_inline_script(const std::string& html) {
  for (std::size_t at = html.find("<script"); at != std::string::npos;
       at = html.find("<script", at + 1)) {
    const std::size_t end = html.find('>', at);
    const bool names_file = html.substr(at, end - at).find(" src=\"/assets/") != std::string::npos;
    if (!names_file || html.compare(end + 1, 9, "</script>") != 0) return true;
  }
  return false;
}

TEST_CASE("pages are fit for a strict content security policy and say who may see them") {
  for (const auto& [path, html] : render(whole_site())) {
    if (!is_html(path)) continue;
    CAPTURE(path);
    CHECK_THAT(html, !Contains(" style=") && !Contains("<style") && !Contains(" onclick"));
    CHECK_FALSE(has_inline_script(html));
    CHECK_THAT(html, Contains("<strong>White</strong>: for the public"));
    CHECK_THAT(html, !Contains("<firmware>") && !Contains("<write>"));
  }
}

TEST_CASE("the number of threads changes nothing") {
  CHECK(render(whole_site(), 1) == render(whole_site(), 8));
}

TEST_CASE("a meeting's page shows its records, decisions and what it did to the registers") {
  const std::string html = render(whole_site()).at("meetings/2021-01-25-opsg-41/index.html");
  CHECK_THAT(html, Contains("25 January 2021</time>, 13:20 to 15:35 · "));
  CHECK_THAT(html, Contains("<h3 id=\"item-1\">") && Contains("<h3 id=\"minutes-item-1\">"));
  for (const char* title : {"Action log: raised", "Action log: updated", "Risks"}) {
    CHECK_THAT(html, Contains("<caption><h3>" + std::string(title) + "</h3></caption>"));
  }
  CHECK_THAT(html, Contains("<dd>Large Suppliers × 2</dd>") && Contains("<dd>DCC (Chair)</dd>") &&
                       Contains("<dt>Apologies</dt>\n<dd>SECAS</dd>"));
  CHECK_THAT(html, Contains("<a rel=\"prev\" href=\"/meetings/2020-12-01-opsg-40/\">"));
}

TEST_CASE("of a withheld document nothing shows but its extracts") {
  const std::string html = render(whole_site()).at("meetings/2020-12-01-opsg-40/index.html");
  CHECK_THAT(html, Contains("Minutes: published extracts"));
  CHECK_THAT(html, Contains("<p id=\"minutes-action-opsg-40-01\">"));
  CHECK_THAT(html, !Contains("Green"));
}

TEST_CASE("registers show where things stand") {
  const Pages pages = render(whole_site());
  CHECK_THAT(pages.at("risks/index.html"),
             Contains("20 Critical") && Contains("probability 4, impact 5"));
  CHECK_THAT(pages.at("reviews/index.html"),
             Contains("<a class=\"badge red\"") && Contains(">Red</a>"));
  CHECK_THAT(pages.at("measures/index.html"),
             Contains("<td class=\"align-right\">96.12%</td>") && Contains("Below target"));
  CHECK_THAT(
      pages.at("actions/opsg-40-01/index.html"),
      Contains("25 January 2021</time>: Updated") && Contains("1 December 2020</time>: Raised"));
}

TEST_CASE("an empty site has all its pages") {
  const Pages pages = render(RenderingFixture());
  CHECK_THAT(pages.at("index.html"), Contains("No headlines have been published yet."));
  CHECK_THAT(pages.at("actions/index.html"), Contains("There is nothing here."));
  CHECK_THAT(pages.at("risks/index.html"), Contains("None has been recorded."));
  check_links(pages, "/");
}

TEST_CASE("a citation says the site's title once") {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.meeting("m2", "code = \"42\"\ndate = 2021-02-25\ntitle = \"Special session\"\n");
  fixture.meeting("m3",
                  "code = \"43\"\ndate = 2021-03-25\ntitle = \"SEC Operations Groups meet\"\n");
  const Pages pages = render(std::move(fixture));
  CHECK_THAT(pages.at("meetings/m1/index.html"),
             Contains("<cite>SEC Operations Group Meeting 41</cite>"));
  CHECK_THAT(pages.at("meetings/m2/index.html"),
             Contains("<cite>SEC Operations Group: Special session</cite>"));
  CHECK_THAT(pages.at("meetings/m3/index.html"),
             Contains("<cite>SEC Operations Group: SEC Operations Groups meet</cite>"));
}

TEST_CASE("a page that opens with its title skips no level of headings") {
  RenderingFixture fixture;
  fixture.document("", "about", "# About\n\n## Who we are\n\n### Members\n");
  const Pages pages = render(fixture);
  CHECK_THAT(pages.at("about/index.html"), Contains("<h1>About</h1>") &&
                                               Contains("<h2 id=\"who-we-are\">") &&
                                               Contains("<h3 id=\"members\">"));
}

TEST_CASE("a page cannot take the place of another") {
  RenderingFixture fixture;
  fixture.document("", "Actions", "# Actions\n");
  Diagnostics diagnostics;
  const Site site = fixture.site();
  CHECK_FALSE(render_site(site, RenderingFixture::policy(), make_plain_theme(), {}, diagnostics));
  CHECK(format_diagnostics(diagnostics, {}) ==
        "content/pages/Actions.md: error[page-collision]: two pages would be written to "
        "actions/index.html\n  help: rename one of the two\n\n");
}

TEST_CASE("what is wrong with a theme is found before any page is rendered") {
  ThemeFiles theme = plain_theme_files();
  for (ThemeFile& file : theme.files) {
    if (file.path == "templates/404.html") file.bytes += "{{page.titel}}\n";
    if (file.path == "theme.toml") file.bytes = "name = \"x\"\nstylesheets = [\"print.css\"]\n";
  }
  Diagnostics diagnostics;
  CHECK_FALSE(make_theme(theme, diagnostics));
  diagnostics.sort();
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == "template-unknown-name");
  CHECK(diagnostics.items()[0].span.path.view() == "themes/plain/templates/404.html");
  CHECK(format_diagnostic(diagnostics.items()[1], {}) ==
        "themes/plain/theme.toml:2:15: error[theme-asset-missing]: the theme has no file "
        "`assets/print.css`\n  help: add the file, or take it out of theme.toml\n");
}

}  // namespace
}  // namespace opsg::released
