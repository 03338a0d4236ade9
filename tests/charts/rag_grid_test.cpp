#include "rag_grid.h"

#include "catch2.h"
#include "picture.h"
#include "sample_charts.h"

namespace opsg::charts {
namespace {

using test::meeting;
using Texts = std::vector<std::string>;

std::vector<ChartLabel> meetings(std::size_t number) {
  std::vector<ChartLabel> list;
  for (std::size_t i = 1; i <= number; ++i)
    list.push_back(meeting("64_" + std::to_string(2400 + i)));
  return list;
}

}  // namespace

TEST_CASE("Without ratings there is no grid") {
  CHECK_FALSE(rag_grid({"g", "G"}, {}, {}));
  CHECK_FALSE(rag_grid({"g", "G"}, {meeting("1")}, {{"LSC 1", {Rating::none}}}));
}

TEST_CASE("Ratings are letters, in a shape for each") {
  const auto chart =
      rag_grid({"g", "G"}, meetings(3), {{"LSC 1", {Rating::red, Rating::amber, Rating::green}}});
  CHECK(test::shown_texts(chart->svg.view()) == Texts{"64_2401", "64_2402", "64_2403", "LSC 1", "R",
                                                      "A", "G", "R", "Red", "A", "Amber", "G",
                                                      "Green"});
  Texts shapes;
  for (const auto& element : test::read_picture(chart->svg.view())) {
    if (element.name == "rect" || element.name == "path" || element.name == "circle") {
      shapes.push_back(element.name);
    }
  }
  CHECK(shapes == Texts{"rect", "path", "circle", "rect", "path", "circle"});
}

TEST_CASE("Headings turn upwards where columns are narrow, and the latest meetings have room") {
  const std::vector<Rating> ratings(9, Rating::green);
  const auto chart = rag_grid({"g", "G"}, meetings(9), {{"LSC 1", ratings}});
  CHECK(chart->name.title == "G: the latest 8 of 9");
  Texts turned;
  for (const auto& element : test::read_picture(chart->svg.view())) {
    if (element.attributes.contains("transform")) turned.push_back(element.text);
  }
  CHECK(turned == Texts{"64_2402", "64_2403", "64_2404", "64_2405", "64_2406", "64_2407", "64_2408",
                        "64_2409"});
}

TEST_CASE("Ratings in words and as a table") {
  const auto chart =
      rag_grid({"g", "G"}, {meeting("1"), meeting("2")},
               {{"LSC 1", {Rating::red, Rating::amber}}, {"LSC 2", {Rating::none, Rating::green}}});
  CHECK(chart->description == "OPSG 1: LSC 1 Red. OPSG 2: LSC 1 Amber and LSC 2 Green.");
  CHECK(chart->table.columns == Texts{"Criterion", "OPSG 1", "OPSG 2"});
  CHECK(chart->table.rows == std::vector<Texts>{{"LSC 1", "Red", "Amber"}, {"LSC 2", "", "Green"}});
}

TEST_CASE("Of many meetings the latest are said") {
  const auto chart = rag_grid({"g", "G"}, meetings(4), {{"LSC 1", std::vector(4, Rating::red)}});
  CHECK(chart->description ==
        "The latest 3 of 4 meetings. OPSG 64_2402: LSC 1 Red. OPSG 64_2403: LSC 1 Red. OPSG "
        "64_2404: LSC 1 Red.");
}

}  // namespace opsg::charts
