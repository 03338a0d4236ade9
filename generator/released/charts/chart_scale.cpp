#include "chart_scale.h"

#include <algorithm>

namespace opsg::charts {
namespace {

constexpr std::int64_t kMostIntervals = 5;
constexpr int kLabelGap = 4;

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t remainder = value % step;
  return value - (remainder < 0 ? remainder + step : remainder);
}

std::int64_t ceil_to(std::int64_t value, std::int64_t step) {
  const std::int64_t below = floor_to(value, step);
  return below == value ? below : below + step;
}

bool has_few_intervals(std::int64_t lowest, std::int64_t highest, std::int64_t step) {
  return (ceil_to(highest, step) - floor_to(lowest, step)) / step <= kMostIntervals;
}

/// The smallest of 1, 2, 5, 10, 20, 50, ... that is wide enough.
std::int64_t round_step(std::int64_t lowest, std::int64_t highest) {
  for (std::int64_t power = 1;; power *= 10) {
    for (const std::int64_t step : {power, 2 * power, 5 * power}) {
      if (has_few_intervals(lowest, highest, step)) return step;
    }
  }
}

}  // namespace

ValueScale ValueScale::holding(std::int64_t lowest, std::int64_t highest,
                               std::int64_t smallest_span) {
  const std::int64_t missing = std::max<std::int64_t>(0, smallest_span - (highest - lowest));
  lowest -= missing / 2;
  highest += missing - missing / 2;
  const std::int64_t step = round_step(lowest, highest);
  ValueScale scale;
  for (std::int64_t tick = floor_to(lowest, step); tick <= ceil_to(highest, step); tick += step) {
    scale.ticks_.push_back(tick);
  }
  return scale;
}

int ValueScale::y(std::int64_t value, const Box& plot) const {
  const std::int64_t span = std::max<std::int64_t>(1, ticks_.back() - ticks_.front());
  return plot.bottom() - static_cast<int>((value - ticks_.front()) * plot.height / span);
}

int SlotScale::at(std::size_t half_slot) const {
  return plot_.x +
         static_cast<int>(static_cast<std::size_t>(plot_.width) * half_slot / (2 * slots_));
}

std::size_t SlotScale::labels_every(int label_width) const {
  const std::size_t room = static_cast<std::size_t>(plot_.width);
  const std::size_t needed = static_cast<std::size_t>(label_width + kLabelGap) * slots_;
  return std::max<std::size_t>(1, (needed + room - 1) / room);
}

bool SlotScale::shows_label(std::size_t slot, int label_width) const {
  return (slots_ - 1 - slot) % labels_every(label_width) == 0;
}

int centred_between(int left, int right, int x, int label_width) {
  const int half = (label_width + 1) / 2;
  const int middle = (left + right) / 2;
  return std::clamp(x, std::min(left + half, middle), std::max(right - half, middle));
}

}  // namespace opsg::charts
