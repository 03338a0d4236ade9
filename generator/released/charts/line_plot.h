#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart.h"
#include "chart_scale.h"

namespace opsg::charts {

enum class LineShape {
  straight,  ///< From point to point.
  steps,     ///< Level up to the next point, then up or down at once.
  levels,    ///< Level across each slot, as a threshold is; without markers.
};

enum class Dash { solid, dashed, dotted };

/// A line through the slots; where it has no value it is interrupted.
struct LineSeries {
  std::string label;                                ///< Stands at the line's end; may be empty.
  std::string style;                                ///< A class for the theme: "chart-overdue".
  std::vector<std::optional<std::int64_t>> values;  ///< One for each slot.
  LineShape shape = LineShape::straight;
  Dash dash = Dash::solid;
  Marker marker = Marker::none;  ///< Left out where slots are narrow, but for the last point's.
  bool shows_values = false;     ///< Its numbers stand at its points; at the last if room is short.
};

/// Lines over meetings or periods, the axes and the labels.
struct LinePlot {
  std::vector<ChartLabel> slots;  ///< Not empty.
  std::vector<LineSeries> series;
  ValueScale scale;  ///< Holds all values.
  std::string (*value_text)(std::int64_t) = nullptr;
};

inline constexpr int kLinePlotHeight = 208;

void draw_line_plot(SvgElement& picture, const LinePlot& plot);

}  // namespace opsg::charts
