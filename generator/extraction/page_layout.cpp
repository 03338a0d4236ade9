#include "page_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace opsg::extraction {
namespace {

/// Where a document is too short to tell: single spacing.
constexpr double kUsualPitch = 1.0;
constexpr double kLongestPitch = 2.2;
constexpr int kPitchSteps = 40;  ///< Pitches are the same where they agree to a fortieth.

void extend(PageBox& box, const PageBox& by) {
  box = {std::min(box.left, by.left), std::min(box.top, by.top), std::max(box.right, by.right),
         std::max(box.bottom, by.bottom)};
}

/// Raised and lowered words stand on the line whose middle is near theirs.
bool stands_on(const PageLine& line, const PageWord& word) {
  const double middle = (word.box.top + word.box.bottom) / 2;
  const double line_middle = (line.box.top + line.box.bottom) / 2;
  return std::abs(middle - line_middle) < 0.5 * std::max(word.box.height(), line.box.height());
}

bool is_above(const PageWord& a, const PageWord& b) {
  return a.box.top + a.box.bottom < b.box.top + b.box.bottom;
}

double right_edge(const PageLines& lines) {
  double right = 0;
  for (const PageLine& line : lines) right = std::max(right, line.box.right);
  return right;
}

/// Whether the upper line goes on in the lower one, as far as where they stand can tell: it is
/// full.
bool is_wrapped(const PageLine& upper, const PageLine& lower, double right) {
  const double height = lower.box.height();
  const double width = upper.box.right - upper.box.left;
  const double pitch = lower.box.top - upper.box.top;
  return height > 0 && std::abs(upper.box.left - lower.box.left) < 1 && width > right / 2 &&
         upper.box.right > 0.85 * right && pitch > 0 && pitch < kLongestPitch * height;
}

}  // namespace

PageLines arrange_lines(std::vector<PageWord> words) {
  std::stable_sort(words.begin(), words.end(), is_above);
  PageLines lines;
  for (PageWord& word : words) {
    if (lines.empty() || !stands_on(lines.back(), word)) lines.push_back({{}, word.box});
    extend(lines.back().box, word.box);
    lines.back().words.push_back(std::move(word));
  }
  for (PageLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PageWord& a, const PageWord& b) { return a.box.left < b.box.left; });
  }
  return lines;
}

double line_pitch(const std::vector<PageLines>& pages) {
  std::map<int, int> frequency;
  for (const PageLines& lines : pages) {
    const double right = right_edge(lines);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (!is_wrapped(lines[i - 1], lines[i], right)) continue;
      const double pitch = (lines[i].box.top - lines[i - 1].box.top) / lines[i].box.height();
      ++frequency[static_cast<int>(std::lround(pitch * kPitchSteps))];
    }
  }
  const auto most =
      std::max_element(frequency.begin(), frequency.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == frequency.end()) return kUsualPitch;
  return static_cast<double>(most->first) / kPitchSteps;
}

}  // namespace opsg::extraction
