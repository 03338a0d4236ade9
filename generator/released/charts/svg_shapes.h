#pragma once

#include <span>
#include <string>
#include <string_view>

#include "svg_element.h"

namespace opsg::charts {

/// In user units of the picture, from its top left.
struct Place {
  int x = 0;
  int y = 0;
};

struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
};

enum class Anchor { start, middle, end };
enum class Marker { none, circle, square, triangle, diamond };

/// The size of all text, in user units. Pictures are 320 units wide: a narrow phone shows one unit
/// as about one pixel, everything else shows it larger.
inline constexpr int kFontSize = 12;

/// The pixels that a line of text takes, by a generous estimate for sans-serif type.
int text_width(std::string_view text);

/// The text, cut short with an ellipsis where it would be wider.
std::string fit_text(std::string_view text, int width);

/// Shapes are drawn in the colour of the text around them; a theme's classes may recolour them.
SvgElement line_shape(Place from, Place to);
SvgElement box_outline(const Box& box);
/// Without any paint: whoever draws it sets its fill.
SvgElement box_shape(const Box& box);
/// `baseline` is where letters stand.
SvgElement text_shape(Place baseline, Anchor anchor, std::string_view text);
/// Filled; `none` is an empty group.
SvgElement marker_shape(Marker marker, Place centre);

/// The data of a path, drawn without a fill.
class PathData {
 public:
  /// A line through the places, apart from what came before.
  void add_run(std::span<const Place> places);
  bool empty() const { return data_.empty(); }
  SvgElement stroke() const;

 private:
  std::string data_;
};

}  // namespace opsg::charts
