#pragma once

#include <string>
#include <vector>

#include "svg_shapes.h"

namespace opsg::charts {

struct ChartTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< The first cell is the row's heading.
};

/// What a chart is called.
struct ChartName {
  std::string id;  ///< Unique on its page: lower case letters, digits and hyphens.
  std::string title;
};

/// A picture, and the same numbers in words and as a table.
struct Chart {
  ChartName name;
  SafeHtml svg;
  std::string description;
  ChartTable table;
};

/// A point in time on an axis: a meeting or a period.
struct ChartLabel {
  std::string brief;  ///< In the picture: "41_2501".
  std::string below;  ///< Below it: "Jan 2021"; may be empty.
  std::string full;   ///< In words and in the table: "OPSG 41_2501 (25 January 2021)".
};

inline constexpr int kChartWidth = 320;
inline constexpr int kLineHeight = 14;
/// From the middle of a line of text down to its baseline.
inline constexpr int kLetterRise = 4;

/// The frame of a picture that is `height` units high: role, title and description as WAI-ARIA and
/// the SVG accessibility mappings want them, and a size that scales.
SvgElement chart_picture(const ChartName& name, std::string_view description, int height);

/// A list as a sentence has it: "a, b and c".
std::string listed(const std::vector<std::string>& parts);

/// "1 meeting", "12 meetings".
std::string numbered(std::size_t number, std::string_view singular, std::string_view plural);

}  // namespace opsg::charts
