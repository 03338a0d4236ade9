#include "chart_scale.h"

#include <limits>

#include "catch2.h"

namespace opsg::charts {
namespace {

using Ticks = std::vector<std::int64_t>;

constexpr Box kPlot{10, 20, 100, 50};

std::vector<std::size_t> labelled(const SlotScale& slots, int width) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots.shows_label(i, width)) shown.push_back(i);
  }
  return shown;
}

}  // namespace

TEST_CASE("Axes begin and end at round numbers") {
  CHECK(ValueScale::holding(0, 25, 0).ticks() == Ticks{0, 5, 10, 15, 20, 25});
  CHECK(ValueScale::holding(3, 17, 0).ticks() == Ticks{0, 5, 10, 15, 20});
  CHECK(ValueScale::holding(-3, 4, 0).ticks() == Ticks{-4, -2, 0, 2, 4});
  CHECK(ValueScale::holding(9612, 9900, 100).ticks() == Ticks{9600, 9700, 9800, 9900});
}

TEST_CASE("Equal values have an axis as well") {
  CHECK(ValueScale::holding(9612, 9612, 100).ticks() == Ticks{9550, 9600, 9650, 9700});
  CHECK(ValueScale::holding(7, 7, 0).ticks() == Ticks{7});
  CHECK(ValueScale::holding(7, 7, 0).y(7, kPlot) == 70);
}

TEST_CASE("The farthest numbers fit on an axis") {
  constexpr std::int64_t lowest = std::numeric_limits<int>::min();
  constexpr std::int64_t highest = std::numeric_limits<int>::max();
  const ValueScale scale = ValueScale::holding(lowest, highest, 0);
  CHECK(scale.ticks() == Ticks{-4000000000, -2000000000, 0, 2000000000, 4000000000});
}

TEST_CASE("Values are as high as their share of the axis") {
  const ValueScale scale = ValueScale::holding(0, 25, 0);
  CHECK(scale.y(0, kPlot) == 70);
  CHECK(scale.y(25, kPlot) == 20);
  CHECK(scale.y(10, kPlot) == 50);
}

TEST_CASE("Slots share the width") {
  const SlotScale slots(kPlot, 4);
  CHECK(slots.slot_width() == 25);
  CHECK(slots.left(0) == 10);
  CHECK(slots.centre(0) == 22);
  CHECK(slots.right(0) == 35);
  CHECK(slots.left(1) == 35);
  CHECK(slots.right(3) == 110);
  CHECK(SlotScale(kPlot, 1000).right(999) == 110);
}

TEST_CASE("As many labels are shown as have room, the last one always") {
  CHECK(labelled(SlotScale(kPlot, 4), 21) == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(labelled(SlotScale(kPlot, 4), 22) == std::vector<std::size_t>{1, 3});
  CHECK(labelled(SlotScale(kPlot, 5), 40) == std::vector<std::size_t>{1, 4});
  CHECK(labelled(SlotScale(kPlot, 5), 1000) == std::vector<std::size_t>{4});
}

TEST_CASE("Room for all labels is room for one at every slot") {
  CHECK(SlotScale(kPlot, 4).shows_all_labels(21));
  CHECK_FALSE(SlotScale(kPlot, 4).shows_all_labels(22));
  CHECK(SlotScale(kPlot, 1).shows_all_labels(96));
}

TEST_CASE("Labels move inwards where they would stand out") {
  CHECK(centred_between(0, 300, 5, 20) == 10);
  CHECK(centred_between(0, 300, 100, 20) == 100);
  CHECK(centred_between(0, 300, 300, 20) == 290);
  CHECK(centred_between(40, 300, 45, 20) == 50);
  CHECK(centred_between(40, 60, 45, 100) == 50);
}

}  // namespace opsg::charts
