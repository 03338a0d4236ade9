#include "risk_matrix.h"

#include <fmt/format.h>

#include <algorithm>

namespace opsg::charts {
namespace {

constexpr int kSize = 5;
constexpr int kLeft = 20;
constexpr int kMatrixTop = 22;
constexpr int kCellWidth = (kChartWidth - kLeft - 1) / kSize;
constexpr int kLowestCell = 40;
constexpr int kPadding = 4;
constexpr int kProductHeight = 16;
constexpr std::size_t kMostLines = 6;
constexpr int kBelow = 2 * kLineHeight + 6;

using Entries = std::vector<MatrixEntry>;
using Lines = std::vector<std::string>;

bool is_inside(const MatrixEntry& entry) {
  const auto fits = [](int score) { return score >= 1 && score <= kSize; };
  return fits(entry.probability) && fits(entry.impact);
}

/// What all ids begin with, up to a space: it need not be said in every cell.
std::size_t common_prefix(const Entries& entries) {
  std::string_view prefix = entries.front().id;
  for (const MatrixEntry& entry : entries) {
    const auto [end, other] =
        std::mismatch(prefix.begin(), prefix.end(), entry.id.begin(), entry.id.end());
    prefix = prefix.substr(0, static_cast<std::size_t>(end - prefix.begin()));
  }
  const std::size_t space = prefix.rfind(' ');
  return space == std::string_view::npos ? 0 : space + 1;
}

/// As many ids on a line as have room; the last line counts those that have none.
Lines wrapped(const std::vector<std::string>& ids, int width) {
  Lines lines;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string id = fit_text(ids[i], width);
    const bool joins = !lines.empty() && text_width(lines.back() + ' ' + id) <= width;
    if (joins) {
      lines.back() += ' ' + id;
    } else if (lines.size() + 1 == kMostLines) {
      lines.push_back(fit_text(fmt::format("+{}", ids.size() - i), width));
      break;
    } else {
      lines.push_back(id);
    }
  }
  return lines;
}

/// Fifths of the highest product, from 1: for the shade that a theme gives it.
int severity_rank(int product) {
  return (product + kSize - 1) / kSize;
}

class MatrixDrawing {
 public:
  MatrixDrawing(const ChartName& name, const std::string& description, const Entries& entries)
      : entries_(entries), prefix_(common_prefix(entries)) {
    int height = kMatrixTop;
    for (int probability = kSize; probability >= 1; --probability) {
      tops_[probability] = height;
      height += row_height(probability);
    }
    tops_[0] = height;
    picture_ = chart_picture(name, description, height + kBelow);
  }

  SafeHtml draw() {
    picture_.add(text_shape({1, kLineHeight - 2}, Anchor::start, "Probability"));
    for (int probability = kSize; probability >= 1; --probability) draw_row(probability);
    const int below = tops_[0] + kLineHeight + 2;
    for (int impact = 1; impact <= kSize; ++impact) {
      const int centre = left_of(impact) + kCellWidth / 2;
      picture_.add(text_shape({centre, below}, Anchor::middle, std::to_string(impact)));
    }
    picture_.add(
        text_shape({left_of(kSize) + kCellWidth, below + kLineHeight}, Anchor::end, "Impact"));
    return picture_.html();
  }

 private:
  static int left_of(int impact) { return kLeft + (impact - 1) * kCellWidth; }

  Lines lines_in(int probability, int impact) const {
    std::vector<std::string> ids;
    for (const MatrixEntry& entry : entries_) {
      if (entry.probability != probability || entry.impact != impact) continue;
      ids.push_back(entry.id.substr(prefix_));
    }
    return wrapped(ids, kCellWidth - 2 * kPadding);
  }

  int row_height(int probability) const {
    std::size_t most = 0;
    for (int impact = 1; impact <= kSize; ++impact) {
      most = std::max(most, lines_in(probability, impact).size());
    }
    return std::max(kLowestCell,
                    kProductHeight + static_cast<int>(most) * kLineHeight + 2 * kPadding);
  }

  void draw_row(int probability) {
    const Box row{kLeft, tops_[probability], 0, tops_[probability - 1] - tops_[probability]};
    const int middle = row.y + row.height / 2 + kPadding;
    picture_.add(text_shape({kLeft - 8, middle}, Anchor::end, std::to_string(probability)));
    for (int impact = 1; impact <= kSize; ++impact) {
      draw_cell({left_of(impact), row.y, kCellWidth, row.height}, probability * impact,
                lines_in(probability, impact));
    }
  }

  void draw_cell(const Box& cell, int product, const Lines& lines) {
    picture_.add(
        box_outline(cell).set("class", fmt::format("chart-severity-{}", severity_rank(product))));
    int baseline = cell.y + kProductHeight - 2;
    picture_.add(
        text_shape({cell.right() - kPadding, baseline}, Anchor::end, std::to_string(product))
            .set("class", "chart-quiet"));
    for (const std::string& line : lines) {
      baseline += kLineHeight;
      picture_.add(text_shape({cell.x + kPadding, baseline}, Anchor::start, line)
                       .set("font-weight", "bold"));
    }
  }

  const Entries& entries_;
  std::size_t prefix_;
  int tops_[kSize + 1] = {};  ///< By probability; 0: the end of the last row.
  SvgElement picture_{"svg"};
};

std::string place_of(const MatrixEntry& entry) {
  return fmt::format("probability {}, impact {}", entry.probability, entry.impact);
}

std::string description_of(const Entries& entries) {
  std::string text;
  for (const MatrixEntry& entry : entries) {
    text += fmt::format("{}{}: {}{}.", text.empty() ? "" : " ", entry.id, place_of(entry),
                        is_inside(entry) ? "" : ", outside the matrix");
  }
  return text;
}

ChartTable table_of(const Entries& entries) {
  ChartTable table{{"Entry", "Probability", "Impact"}, {}};
  for (const MatrixEntry& entry : entries) {
    table.rows.push_back(
        {entry.id, std::to_string(entry.probability), std::to_string(entry.impact)});
  }
  return table;
}

}  // namespace

std::optional<Chart> risk_matrix(const ChartName& name, const std::vector<MatrixEntry>& entries) {
  if (std::none_of(entries.begin(), entries.end(), is_inside)) return std::nullopt;
  Chart chart{name, {}, description_of(entries), table_of(entries)};
  chart.svg = MatrixDrawing(name, chart.description, entries).draw();
  return chart;
}

}  // namespace opsg::charts
