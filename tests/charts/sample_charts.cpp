#include "sample_charts.h"

#include <limits>

#include "age_chart.h"
#include "count_chart.h"
#include "measure_chart.h"
#include "rag_grid.h"
#include "risk_matrix.h"
#include "trend_chart.h"

namespace opsg::test {
namespace {

using namespace charts;

constexpr int kLargest = std::numeric_limits<int>::max();
constexpr int kSmallest = std::numeric_limits<int>::min();
constexpr std::string_view kHostile =
    "</text></svg><script>alert(1)</script> \"'& \x01\x7F \xE2\x80\xAE \xFF long long long long "
    "long";

std::vector<TrendPoint> trend_points(std::size_t number) {
  std::vector<TrendPoint> points;
  for (std::size_t i = 0; i < number; ++i) {
    const int score = static_cast<int>(i * 7 % 26);
    points.push_back({meeting(std::to_string(i)), score, std::to_string(score)});
  }
  return points;
}

std::vector<LogCounts> log_counts(std::size_t number) {
  std::vector<LogCounts> counts;
  for (std::size_t i = 0; i < number; ++i) {
    counts.push_back({meeting(std::to_string(i)), i % 40, i % 40 / 2, i % 3});
  }
  return counts;
}

std::vector<MeasurePoint> measure_points(std::size_t number) {
  std::vector<MeasurePoint> points;
  for (std::size_t i = 0; i < number; ++i) {
    points.push_back({month(std::to_string(i)), 9000 + static_cast<int>(i * 37 % 1000), 9900, {}});
  }
  return points;
}

std::vector<RatedRow> rated_rows(std::size_t rows, std::size_t meetings) {
  std::vector<RatedRow> rated;
  for (std::size_t row = 0; row < rows; ++row) {
    rated.push_back({"LSC " + std::to_string(row + 1), {}});
    for (std::size_t i = 0; i < meetings; ++i) {
      rated.back().ratings.push_back(static_cast<Rating>((row + i) % 4));
    }
  }
  return rated;
}

std::vector<MatrixEntry> matrix_entries(int number) {
  std::vector<MatrixEntry> entries;
  for (int i = 0; i < number; ++i) {
    entries.push_back({"Risk " + std::to_string(100 + i), i % 6, i * i % 7});
  }
  return entries;
}

std::vector<ChartLabel> meetings(std::size_t number) {
  std::vector<ChartLabel> labels;
  for (std::size_t i = 0; i < number; ++i) labels.push_back(meeting(std::to_string(i)));
  return labels;
}

ChartLabel hostile_label() {
  return {std::string(kHostile), std::string(kHostile), std::string(kHostile)};
}

}  // namespace

ChartLabel meeting(const std::string& code) {
  return {code, "Jan 2021", "OPSG " + code};
}

ChartLabel month(const std::string& brief) {
  return {brief, "", brief};
}

std::vector<Chart> small_charts() {
  return {
      *risk_matrix(
          {"matrix", "Probability and impact"},
          {{"Risk 006", 4, 5}, {"Risk 008", 3, 5}, {"Risk 016", 3, 5}, {"Risk 020", 6, 1}}),
      *trend_chart({"trend", "Severity by meeting"}, {{meeting("41"), 15, "15 High"},
                                                      {meeting("42"), 20, "20 Critical"},
                                                      {meeting("43"), 20, "20 Critical"},
                                                      {meeting("44"), 8, "8"}}),
      *count_chart({"counts", "Open, overdue and closed by meeting"},
                   {{meeting("41"), 4, 1, 2}, {meeting("42"), 6, 1, 0}, {meeting("43"), 3, 3, 4}}),
      *age_chart({"ages", "Days since it was raised"},
                 {{"Up to 30 days", 3, 0}, {"31 to 90 days", 2, 1}, {"Over a year", 1, 1}}),
      *measure_chart({"measure", "CPM1 by period"}, {{month("Oct 2021"), 9612, 9900, 9600},
                                                     {month("Nov 2021"), 9567, 9900, 9600},
                                                     {month("Dec 2021"), {}, 9950, 9600},
                                                     {month("Jan 2022"), 10000, 9950, 9600}}),
      *rag_grid(
          {"ratings", "Ratings by meeting"}, {meeting("63"), meeting("64")},
          {{"LSC 1", {Rating::red, Rating::amber}}, {"LSC 2", {Rating::none, Rating::green}}}),
  };
}

std::vector<Chart> hostile_charts() {
  const std::string text(kHostile);
  const ChartLabel label = hostile_label();
  return {
      *trend_chart({"a", text}, {{label, kLargest, text}, {label, kSmallest, text}}),
      *trend_chart({"b", "One"}, trend_points(1)),
      *trend_chart({"c", "Many"}, trend_points(200)),
      *trend_chart({"d", "Equal"}, {{meeting("1"), 25, "25"}, {meeting("2"), 25, "25"}}),
      *count_chart({"e", text}, {{label, 0, 0, 0}}),
      *count_chart({"f", "Many"}, log_counts(200)),
      *age_chart({"g", text}, {{text, 200, 200}, {text, 1, 1}, {text, 0, 0}}),
      *measure_chart({"h", text}, {{label, -250, kLargest, kSmallest}, {label, 13000, {}, {}}}),
      *measure_chart({"i", "One"}, {{month("Oct 2021"), 9612, {}, {}}}),
      *measure_chart({"j", "Many"}, measure_points(200)),
      *rag_grid({"k", text}, {label}, {{text, {Rating::red}}, {text, {Rating::none}}}),
      *rag_grid({"l", "Many"}, meetings(200), rated_rows(30, 200)),
      *risk_matrix({"m", "Many"}, matrix_entries(200)),
      *risk_matrix({"n", text}, {{text, 1, 1}, {"", 5, 5}, {text, kSmallest, kLargest}}),
  };
}

}  // namespace opsg::test
