// Charts as the pages have them, from the records on.

#include <string>
#include <vector>

#include "catch2.h"
#include "log_charts.h"
#include "rendered_pages.h"
#include "score_charts.h"

namespace opsg::released {
namespace {

using Catch::Matchers::Contains;
using opsg::test::render;
using opsg::test::RenderingFixture;
using Cells = std::vector<std::string>;

std::string risk(const std::string& id, const std::string& fields) {
  return "### Risk " + id + ": The firmware may be late\n\n" + fields + "\n";
}

/// Two meetings; risks 006 and 008, two actions, a review and a measure.
RenderingFixture reported_twice() {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41_2501\"\ndate = 2021-01-25\n");
  fixture.document("m1", "minutes",
                   "### OPSG 40/01: The DCC to report\n\n- Raised: 1 December 2020\n- Target: 1 "
                   "January 2021\n- Owner: DCC\n- Status: Open\n\n" +
                       risk("006", "- Severity: 15 - High\n- Probability: 3\n- Impact: 5\n") +
                       risk("008", "- Severity: 10\n"));
  fixture.meeting("m2", "code = \"42_2202\"\ndate = 2021-02-22\n");
  fixture.document("m2", "minutes",
                   risk("006", "- Severity: 20 - Critical\n- Probability: 4\n") +
                       "### LSC 1: Components\n\n- Release: June\n- Status: Red\n\n"
                       "### CPM1: Measure\n\n- Provider: DCC\n- Period: October 2021\n- Value: "
                       "96.12%\n- Target: 99%\n\nACTION OPSG 42/01: SECAS to <write>.\n");
  return fixture;
}

std::vector<Cells> rows_of(const ChartView& chart) {
  std::vector<Cells> rows;
  for (const ChartRowView& row : chart.rows) {
    rows.push_back({row.heading});
    rows.back().insert(rows.back().end(), row.cells.begin(), row.cells.end());
  }
  return rows;
}

std::size_t occurrences(const std::string& text, std::string_view part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++number;
  }
  return number;
}

}  // namespace

TEST_CASE("The trend of an entry names its register's field and the meetings") {
  RenderingFixture fixture = reported_twice();
  const Site site = fixture.site();
  const Register& risks = *site.find_register("risks");
  const auto chart = score_trend_chart(site, risks, risks.entries[0], 1);
  REQUIRE(chart);
  CHECK(chart->id == "chart-1");
  CHECK(chart->title == "Severity by meeting");
  CHECK(rows_of(*chart) == std::vector<Cells>{{"OPSG 41_2501 (25 January 2021)", "15 High"},
                                              {"OPSG 42_2202 (22 February 2021)", "20 Critical"}});
  CHECK_FALSE(score_trend_chart(site, risks, risks.entries[1], 1));
}

TEST_CASE("A meeting has one score: the last word of its records") {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m1", "headlines", risk("006", "- Severity: 15\n"));
  fixture.document("m1", "minutes", risk("006", "- Severity: 20\n"));
  fixture.meeting("m2", "code = \"42\"\ndate = 2021-02-22\n");
  fixture.document("m2", "minutes", "### Risk 006\n\nNothing new.\n");
  fixture.meeting("m3", "code = \"43\"\ndate = 2021-03-22\n");
  fixture.document("m3", "minutes", risk("006", "- Severity: 10\n"));
  const Site site = fixture.site();
  const Register& risks = *site.find_register("risks");
  CHECK(rows_of(score_trend_chart(site, risks, risks.entries[0], 1).value()) ==
        std::vector<Cells>{{"OPSG 41 (25 January 2021)", "20"}, {"OPSG 43 (22 March 2021)", "10"}});
}

TEST_CASE("The matrix has the present probability and impact of entries that give both") {
  RenderingFixture fixture = reported_twice();
  const Site site = fixture.site();
  const auto chart = score_matrix_chart(*site.find_register("risks"), 1);
  REQUIRE(chart);
  CHECK(chart->description == "Risk 006: probability 4, impact 5.");
}

TEST_CASE("A log is counted by meeting, and its open entries by age") {
  RenderingFixture fixture = reported_twice();
  const Site site = fixture.site();
  const Register& actions = *site.find_register("actions");
  CHECK(rows_of(log_count_chart(site, actions, 1).value()) ==
        std::vector<Cells>{{"OPSG 41_2501 (25 January 2021)", "1", "1", "0"},
                           {"OPSG 42_2202 (22 February 2021)", "2", "1", "0"}});
  CHECK(rows_of(log_age_chart(site, actions, 2).value()) ==
        std::vector<Cells>{{"Up to 30 days", "1", "0"},
                           {"31 to 90 days", "1", "1"},
                           {"91 to 180 days", "0", "0"},
                           {"181 to 365 days", "0", "0"},
                           {"Over a year", "0", "0"}});
}

TEST_CASE("What was raised at an unknown time has a band of its own") {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41_2501\"\ndate = 2021-01-25\n");
  fixture.document("m1", "minutes", "### OPSG 40/01: The DCC to report\n\n- Owner: DCC\n");
  const Site site = fixture.site();
  CHECK(rows_of(log_age_chart(site, *site.find_register("actions"), 1).value()).back() ==
        Cells{"Not known", "1", "0"});
}

TEST_CASE("Charts stand on the pages of what they show") {
  const auto pages = render(reported_twice());
  CHECK(occurrences(pages.at("actions/index.html"), "<svg class=\"chart-picture\"") == 2);
  CHECK(occurrences(pages.at("actions/open/index.html"), "<svg class=\"chart-picture\"") == 0);
  CHECK(occurrences(pages.at("risks/index.html"), "<svg class=\"chart-picture\"") == 1);
  CHECK(occurrences(pages.at("risks/index.html"), "<svg class=\"sparkline\"") == 1);
  CHECK_THAT(pages.at("risks/index.html"), Contains("aria-label=\"By meeting: 15 and 20\""));
  CHECK(occurrences(pages.at("risks/risk-006/index.html"), "<svg class=\"chart-picture\"") == 1);
  CHECK(occurrences(pages.at("measures/index.html"), "<svg class=\"chart-picture\"") == 1);
  CHECK(occurrences(pages.at("reviews/index.html"), "<svg class=\"chart-picture\"") == 1);
}

TEST_CASE("A chart has its table, or the page has it under the chart's name") {
  for (const auto& [path, html] : render(reported_twice())) {
    CAPTURE(path);
    const std::size_t charts = occurrences(html, "<figure class=\"chart\"");
    const std::size_t own_tables = occurrences(html, "<summary>The numbers as a table");
    CHECK(charts == own_tables + occurrences(html, "-table\">The numbers as a table</a>"));
    for (std::size_t n = 1; n <= charts; ++n) {
      const std::string id = "chart-" + std::to_string(n);
      CHECK(occurrences(html, " id=\"" + id + "\"") == 1);
      CHECK(occurrences(html, " id=\"" + id + "-table\"") <= 1);
    }
  }
}

TEST_CASE("Pages without anything to draw have no charts") {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41_2501\"\ndate = 2021-01-25\n");
  for (const auto& [path, html] : render(std::move(fixture))) {
    CAPTURE(path);
    CHECK(occurrences(html, "<svg class=") == 0);
    CHECK(occurrences(html, "id=\"charts\"") == 0);
  }
}

}  // namespace opsg::released
