#include "count_chart.h"

#include <set>

#include "catch2.h"
#include "picture.h"
#include "sample_charts.h"

namespace opsg::charts {
namespace {

using test::meeting;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Without meetings there are no counts") {
  CHECK_FALSE(count_chart({"c", "C"}, {}));
}

TEST_CASE("Counts are told apart by dashes, markers and labels at the lines' ends") {
  const auto chart = count_chart({"c", "C"}, {{meeting("1"), 4, 2, 1}, {meeting("2"), 4, 2, 1}});
  std::set<std::string> dashes;
  std::set<std::string> markers;
  for (const auto& element : test::read_picture(chart->svg.view())) {
    if (element.name == "path") dashes.emplace(element.attribute("stroke-dasharray"));
    if (element.attribute("fill") == "currentColor" && element.name != "text") {
      markers.insert(element.name);
    }
  }
  CHECK(dashes == std::set<std::string>{"", "7 4", "2 4"});
  CHECK(markers == std::set<std::string>{"circle", "polygon", "rect"});
  const Texts texts = test::shown_texts(chart->svg.view());
  CHECK(Texts(texts.end() - 3, texts.end()) == Texts{"Open", "Overdue", "Closed"});
}

TEST_CASE("Labels of equal lines stand below each other") {
  const auto chart = count_chart({"c", "C"}, {{meeting("1"), 0, 0, 0}});
  std::vector<int> heights;
  for (const auto& element : test::read_picture(chart->svg.view())) {
    const bool is_label =
        element.text == "Open" || element.text == "Overdue" || element.text == "Closed";
    if (is_label) heights.push_back(std::stoi(std::string(element.attribute("y"))));
  }
  CHECK(heights == std::vector<int>{150, 164, 178});
}

TEST_CASE("Counts in words and as a table") {
  const auto chart = count_chart({"c", "C"}, {{meeting("1"), 4, 2, 1}, {meeting("2"), 5, 0, 3}});
  CHECK(
      chart->description ==
      "OPSG 1: 4 open, 2 of them overdue, 1 closed. OPSG 2: 5 open, 0 of them overdue, 3 closed.");
  CHECK(chart->table.columns == Texts{"Meeting", "Open", "Overdue", "Closed"});
  CHECK(chart->table.rows ==
        std::vector<Texts>{{"OPSG 1", "4", "2", "1"}, {"OPSG 2", "5", "0", "3"}});
}

TEST_CASE("Of many meetings the first and the last are said") {
  std::vector<LogCounts> counts;
  for (std::size_t i = 1; i <= 7; ++i) counts.push_back({meeting(std::to_string(i)), i, 0, 0});
  CHECK(count_chart({"c", "C"}, counts)->description ==
        "7 meetings. First, OPSG 1: 1 open, 0 of them overdue, 0 closed. Last, OPSG 7: 7 open, 0 "
        "of them overdue, 0 closed.");
}

}  // namespace opsg::charts
