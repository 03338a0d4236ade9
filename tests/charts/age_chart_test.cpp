#include "age_chart.h"

#include "catch2.h"
#include "picture.h"

namespace opsg::charts {
namespace {

using Texts = std::vector<std::string>;

std::vector<int> bar_widths(const Chart& chart) {
  std::vector<int> widths;
  for (const auto& element : test::read_picture(chart.svg.view())) {
    if (element.name == "rect")
      widths.push_back(std::stoi(std::string(element.attribute("width"))));
  }
  return widths;
}

}  // namespace

TEST_CASE("Where nothing is open there are no ages") {
  CHECK_FALSE(age_chart({"a", "A"}, {}));
  CHECK_FALSE(age_chart({"a", "A"}, {{"Old", 0, 0}}));
}

TEST_CASE("Bars say their number, and are as long as it") {
  const auto chart = age_chart({"a", "A"}, {{"New", 4, 0}, {"Old", 2, 1}, {"None", 0, 0}});
  CHECK(test::shown_texts(chart->svg.view()) ==
        Texts{"New", "4", "Old", "2, 1 overdue", "None", "0"});
  CHECK(bar_widths(*chart) == std::vector<int>{316, 79, 79});
}

TEST_CASE("One among hundreds still shows") {
  CHECK(bar_widths(*age_chart({"a", "A"}, {{"New", 1, 0}, {"Old", 900, 0}})) ==
        std::vector<int>{2, 316});
}

TEST_CASE("What is overdue is hatched") {
  const auto chart = age_chart({"a", "A"}, {{"Old", 2, 1}});
  Texts fills;
  for (const auto& element : test::read_picture(chart->svg.view())) {
    if (element.name == "rect") fills.emplace_back(element.attribute("fill"));
  }
  CHECK(fills == Texts{"url(#a-hatch)", "none"});
}

TEST_CASE("Ages in words and as a table") {
  const auto chart = age_chart({"a", "A"}, {{"New", 4, 0}, {"Old", 2, 1}});
  CHECK(chart->description == "New: 4 open, 0 of them overdue; Old: 2 open, 1 of them overdue.");
  CHECK(chart->table.columns == Texts{"Age", "Open", "Overdue"});
  CHECK(chart->table.rows == std::vector<Texts>{{"New", "4", "0"}, {"Old", "2", "1"}});
}

}  // namespace opsg::charts
