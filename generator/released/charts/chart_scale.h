#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "svg_shapes.h"

namespace opsg::charts {

/// Values on a vertical axis that begins and ends at round numbers. Integers throughout: the same
/// numbers give the same picture on any machine.
class ValueScale {
 public:
  /// The narrowest one with at most five intervals that holds both values, which may be equal or
  /// negative, and is at least `smallest_span` wide. Values come from 32-bit numbers.
  static ValueScale holding(std::int64_t lowest, std::int64_t highest, std::int64_t smallest_span);

  const std::vector<std::int64_t>& ticks() const { return ticks_; }  ///< Ascending, never empty.
  /// The height of a value in `plot`, whose bottom is the lowest tick.
  int y(std::int64_t value, const Box& plot) const;

 private:
  std::vector<std::int64_t> ticks_;
};

/// A horizontal axis with a slot of equal width for each point.
class SlotScale {
 public:
  SlotScale(const Box& plot, std::size_t slots) : plot_(plot), slots_(slots) {}

  std::size_t size() const { return slots_; }
  int left(std::size_t slot) const { return at(2 * slot); }
  int centre(std::size_t slot) const { return at(2 * slot + 1); }
  int right(std::size_t slot) const { return at(2 * slot + 2); }
  int slot_width() const { return plot_.width / static_cast<int>(slots_); }

  /// Whether texts of this width have room at this slot, when as many as can are shown and the
  /// last one always is.
  bool shows_label(std::size_t slot, int label_width) const;
  /// Whether they have room at every slot.
  bool shows_all_labels(int label_width) const { return labels_every(label_width) == 1; }

 private:
  int at(std::size_t half_slot) const;
  std::size_t labels_every(int label_width) const;

  Box plot_;
  std::size_t slots_;
};

/// Where a text of this width is centred, as near to `x` as it fits between the two.
int centred_between(int left, int right, int x, int label_width);

}  // namespace opsg::charts
