#include "page_rows.h"

#include <fmt/format.h>

#include "catch2.h"
#include "text.h"

namespace opsg::extraction::testing {
namespace {

constexpr double kCharacter = 6, kHeight = 12, kPitch = 1.1;

/// A page drawn in characters of one width. "~" below a line is extra space, "_" a space in a word.
PageLines drawn(std::string_view picture) {
  std::vector<PageWord> words;
  double top = 72;
  for (const std::string_view line : split_lines(picture)) {
    if (line == "~") {
      top += 0.5 * kHeight;
      continue;
    }
    for (std::size_t begin = 0; begin < line.size();) {
      if (line[begin] == ' ') {
        ++begin;
        continue;
      }
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      const double left = 72 + kCharacter * static_cast<double>(begin);
      // A little short, so that words a space apart are no columns.
      const double right = 72 + kCharacter * static_cast<double>(end) + 2.5;
      words.push_back(
          {{left, top, right, top + kHeight}, std::string(line.substr(begin, end - begin))});
      begin = end;
    }
    top += kPitch * kHeight;
  }
  return arrange_lines(std::move(words));
}

std::string rows_of(std::string_view picture) {
  std::string text;
  for (const PageRow& row : read_rows(drawn(picture), kPitch)) {
    text += fmt::format("{}{}\n", row.after_gap ? "\n" : "", fmt::join(row.cells, "|"));
  }
  return text;
}

TEST_CASE("Running text is lines, and space between them begins a paragraph") {
  CHECK(rows_of(R"(The DCC reported that its
services run as usual.
~
The Chair closed it.)") == R"(The DCC reported that its
services run as usual.

The Chair closed it.
)");
}

TEST_CASE("Cells of several lines are one, by the space between rows") {
  CHECK(rows_of(R"(Action      Date       Owner
ID          Raised
~
COM         26/10/20   DCC
1/01
~
COM         27/10/20   SECAS
1/02)") == R"(Action ID|Date Raised|Owner
COM 1/01|26/10/20|DCC
COM 1/02|27/10/20|SECAS
)");
}

TEST_CASE("Where nothing parts rows, lines that fill all columns say that each line is one") {
  CHECK(rows_of(R"(Chair         Member_One
DCC           Member_Two
              Member_Three)") == R"(Chair|Member_One
DCC|Member_Two
|Member_Three
)");
}

TEST_CASE("A cell beside several rows belongs to the first of them") {
  CHECK(rows_of(R"(Category      Members
~
Parties       Member_Two
~
              Member_Three
~
Suppliers     Member_Four)") == R"(Category|Members
Parties|Member_Two
|Member_Three
Suppliers|Member_Four
)");
}

TEST_CASE("A short line behind a gap ends a table, and the next may have other columns") {
  CHECK(rows_of(R"(Category      Members
~
DCC           Member_Two
~
Apologies:
~
Parties                   Member_Three
~
DCC                       Member_Four)") == R"(Category|Members
DCC|Member_Two

Apologies:

Parties|Member_Three
DCC|Member_Four
)");
}

TEST_CASE("Text across the columns of a table that goes on is a row of it, and after it is none") {
  CHECK(rows_of(R"(COM 1/01      The plan      DCC
~
The DCC reported on its plan for it.
It is done.
~
Status: Closed, as all agreed
~
COM 1/02      The cost      SECAS
~
The DCC said nothing of its cost.
Status: Open)") == R"(COM 1/01|The plan|DCC

The DCC reported on its plan for it. It is done.||

Status: Closed, as all agreed||

COM 1/02|The cost|SECAS

The DCC said nothing of its cost.
Status: Open
)");
}

TEST_CASE("Numbers and bullets before a text are no column") {
  CHECK(rows_of(R"(2.     DCC Update
~
•      NOTED it; and
•      AGREED to it)") == R"(2. DCC Update

• NOTED it; and
• AGREED to it
)");
}

TEST_CASE("Words a little above or below a line are on it") {
  PageLines lines = arrange_lines(
      {{{72, 72, 90, 84}, "24"}, {{91, 69, 98, 77}, "th"}, {{102, 72, 140, 84}, "January"}});
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().words.size() == 3);
}

TEST_CASE("The pitch is that of wrapped text, not of a table") {
  PageLines lines;
  const auto add = [&](double top, double right) {
    lines.push_back({{{{72, top, right, top + 10}, "words"}}, {72, top, right, top + 10}});
  };
  for (int i = 0; i < 8; ++i) add(72 + 20 * i, 150);
  for (int i = 0; i < 4; ++i) add(300 + 12 * i, 500);
  CHECK(line_pitch({lines}) == Approx(1.2));
  CHECK(line_pitch({}) == Approx(1.0));
}

}  // namespace
}  // namespace opsg::extraction::testing
