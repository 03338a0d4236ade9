#include "risk_matrix.h"

#include "catch2.h"
#include "picture.h"

namespace opsg::charts {
namespace {

using Texts = std::vector<std::string>;

/// The texts of the cell whose corner says `product`, that is the only one to have it.
Texts cell(const Chart& chart, const std::string& product) {
  Texts texts;
  bool inside = false;
  for (const auto& element : test::read_picture(chart.svg.view())) {
    if (element.name != "text") continue;
    if (element.attributes.contains("class")) {
      inside = element.text == product;
    } else if (inside && element.attributes.contains("font-weight")) {
      texts.push_back(element.text);
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("Where no entry stands in the matrix there is none") {
  CHECK_FALSE(risk_matrix({"m", "M"}, {}));
  CHECK_FALSE(risk_matrix({"m", "M"}, {{"Risk 001", 0, 3}, {"Risk 002", 6, 3}}));
}

TEST_CASE("Entries stand at their probability and impact, without what all ids share") {
  const auto chart = risk_matrix({"m", "M"}, {{"Risk 006", 5, 5}, {"Risk 016", 1, 1}});
  CHECK(cell(*chart, "25") == Texts{"006"});
  CHECK(cell(*chart, "1") == Texts{"016"});
  CHECK(cell(*chart, "9").empty());
}

TEST_CASE("Ids that share no words stand in full, as far as they have room") {
  const auto chart = risk_matrix({"m", "M"}, {{"Risk 006", 5, 5}, {"Candidate 1", 1, 1}});
  CHECK(cell(*chart, "25") == Texts{"Risk 0…"});
  CHECK(cell(*chart, "1") == Texts{"Candid…"});
}

TEST_CASE("A crowded cell says how many have no room") {
  std::vector<MatrixEntry> entries;
  for (int i = 0; i < 20; ++i) entries.push_back({"Risk " + std::to_string(100 + i), 5, 5});
  CHECK(cell(*risk_matrix({"m", "M"}, entries), "25") ==
        Texts{"100 101", "102 103", "104 105", "106 107", "108 109", "+10"});
}

TEST_CASE("The matrix in words and as a table says what stands outside") {
  const auto chart = risk_matrix({"m", "M"}, {{"Risk 006", 4, 5}, {"Risk 020", 6, 1}});
  CHECK(chart->description ==
        "Risk 006: probability 4, impact 5. Risk 020: probability 6, impact 1, outside the "
        "matrix.");
  CHECK(chart->table.columns == Texts{"Entry", "Probability", "Impact"});
  CHECK(chart->table.rows == std::vector<Texts>{{"Risk 006", "4", "5"}, {"Risk 020", "6", "1"}});
}

}  // namespace opsg::charts
