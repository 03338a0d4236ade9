#include "measure_chart.h"

#include "catch2.h"
#include "picture.h"
#include "sample_charts.h"

namespace opsg::charts {
namespace {

using test::month;
using Texts = std::vector<std::string>;

Texts lines_of(const Chart& chart) {
  Texts lines;
  for (const auto& element : test::read_picture(chart.svg.view())) {
    if (element.name == "path") lines.emplace_back(element.attribute("d"));
  }
  return lines;
}

}  // namespace

TEST_CASE("Percentages have no more decimals than it takes") {
  CHECK(percent_text(0) == "0%");
  CHECK(percent_text(9612) == "96.12%");
  CHECK(percent_text(9610) == "96.1%");
  CHECK(percent_text(9605) == "96.05%");
  CHECK(percent_text(10000) == "100%");
  CHECK(percent_text(-50) == "-0.5%");
  CHECK(percent_text(-2147483648LL) == "-21474836.48%");
}

TEST_CASE("Without values there is no measure") {
  CHECK_FALSE(measure_chart({"m", "M"}, {}));
  CHECK_FALSE(measure_chart({"m", "M"}, {{month("Oct"), {}, 9900, 9600}}));
}

TEST_CASE("Thresholds are level across a period; a missing value breaks the line") {
  const auto chart = measure_chart(
      {"m", "M"},
      {{month("a"), 100, 200, {}}, {month("b"), {}, 200, {}}, {month("c"), 200, 0, {}}});
  CHECK(lines_of(*chart) ==
        Texts{"M38 20 L115 20 L115 20 L192 20 L192 174 L270 174", "M76 97 M231 20"});
}

TEST_CASE("A threshold that no period has is neither drawn nor named") {
  const auto chart = measure_chart({"m", "M"}, {{month("Oct"), 9612, {}, {}}});
  const Texts texts = test::shown_texts(chart->svg.view());
  CHECK(texts.back() == "Value");
  CHECK(std::count(texts.begin(), texts.end(), "Target") == 0);
  CHECK(std::count(texts.begin(), texts.end(), "Minimum") == 0);
}

TEST_CASE("Measures in words and as a table") {
  const auto chart =
      measure_chart({"m", "M"}, {{month("Oct"), 9612, 9900, 9600}, {month("Nov"), {}, 9900, {}}});
  CHECK(chart->description == "Oct: 96.12%, target 99%, minimum 96%. Nov: no value, target 99%.");
  CHECK(chart->table.columns == Texts{"Period", "Value", "Target", "Minimum"});
  CHECK(chart->table.rows ==
        std::vector<Texts>{{"Oct", "96.12%", "99%", "96%"}, {"Nov", "", "99%", ""}});
}

TEST_CASE("Of many periods the first and the last are said") {
  std::vector<MeasurePoint> points;
  for (int i = 1; i <= 9; ++i) points.push_back({month("m" + std::to_string(i)), i * 100, {}, {}});
  CHECK(measure_chart({"m", "M"}, points)->description ==
        "9 periods. First, m1: 1%. Last, m9: 9%.");
}

}  // namespace opsg::charts
