#include "trend_chart.h"

#include "catch2.h"
#include "picture.h"
#include "sample_charts.h"

namespace opsg::charts {
namespace {

using test::meeting;
using test::shown_texts;
using Texts = std::vector<std::string>;

std::vector<TrendPoint> points(std::initializer_list<int> scores) {
  std::vector<TrendPoint> list;
  for (const int score : scores) {
    list.push_back({meeting(std::to_string(list.size() + 1)), score, std::to_string(score)});
  }
  return list;
}

}  // namespace

TEST_CASE("Without scores there is no trend") {
  CHECK_FALSE(trend_chart({"t", "T"}, {}));
  CHECK_FALSE(trend_sparkline({}));
  CHECK_FALSE(trend_sparkline(points({20})));
}

TEST_CASE("A trend shows the axis, the meetings and the scores at their points") {
  const Texts axis = {"0", "5", "10", "15", "20", "25"};
  Texts expected = axis;
  for (const char* text : {"1", "Jan 2021", "2", "Jan 2021", "15", "20"})
    expected.emplace_back(text);
  CHECK(shown_texts(trend_chart({"t", "T"}, points({15, 20}))->svg.view()) == expected);
}

TEST_CASE("A trend is level up to the meeting that changes it") {
  const auto chart = trend_chart({"t", "T"}, points({0, 25}));
  std::string line;
  for (const auto& element : test::read_picture(chart->svg.view())) {
    if (element.name == "path") line = element.attribute("d");
  }
  CHECK(line == "M86 174 L218 174 L218 20");
}

TEST_CASE("Few scores are all said, of many the first, the last and the extremes") {
  CHECK(trend_chart({"t", "T"}, points({15}))->description == "15 at OPSG 1.");
  CHECK(trend_chart({"t", "T"}, points({15, 20, 15}))->description ==
        "15 at OPSG 1, 20 at OPSG 2 and 15 at OPSG 3.");
  CHECK(trend_chart({"t", "T"}, points({15, 20, 15, 3, 4, 5, 6, 25, 8}))->description ==
        "9 reports: first 15 at OPSG 1, last 8 at OPSG 9. Lowest: 3 at OPSG 4. Highest: 25 at OPSG "
        "8.");
}

TEST_CASE("The table of a trend has every score") {
  const auto chart = trend_chart({"t", "T"}, points({15, 20}));
  CHECK(chart->table.columns == Texts{"Meeting", "Score"});
  CHECK(chart->table.rows == std::vector<Texts>{{"OPSG 1", "15"}, {"OPSG 2", "20"}});
}

TEST_CASE("A sparkline shows the latest scores where there are many") {
  std::vector<TrendPoint> many;
  for (int i = 0; i < 30; ++i) many.push_back({meeting("m"), i, std::to_string(i)});
  const auto picture = trend_sparkline(many);
  const auto elements = test::read_picture(picture->view());
  CHECK(elements[0].attribute("aria-label") ==
        "By meeting: 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, "
        "26, 27, 28 and 29");
}

}  // namespace opsg::charts
