#include "svg_shapes.h"

#include <fmt/format.h>

#include <algorithm>

#include "ascii.h"
#include "text.h"

namespace opsg::charts {
namespace {

constexpr int kLetterWidth = 7;
constexpr int kCapitalWidth = 9;
constexpr int kWideWidth = 11;
constexpr int kSquareWidth = 12;
/// From Hangul Jamo on, scripts are in use whose letters fill a square.
constexpr char32_t kFirstWideLetter = 0x1100;
constexpr char32_t kFirstPunctuation = 0x2000;
constexpr char32_t kLastPunctuation = 0x206F;
constexpr int kMarkerRadius = 4;
constexpr std::string_view kEllipsis = "…";

int letter_width(char32_t letter) {
  const bool is_punctuation = letter >= kFirstPunctuation && letter <= kLastPunctuation;
  if (letter >= kFirstWideLetter && !is_punctuation) return kSquareWidth;
  if (std::u32string_view(U"%@mwMW").find(letter) != std::u32string_view::npos) return kWideWidth;
  return is_ascii_upper(letter) ? kCapitalWidth : kLetterWidth;
}

SvgElement polygon(std::initializer_list<Place> corners) {
  std::string points;
  for (const Place& corner : corners) {
    points += fmt::format("{}{},{}", points.empty() ? "" : " ", corner.x, corner.y);
  }
  return SvgElement("polygon").set("points", points);
}

SvgElement marker_outline(Marker marker, Place at) {
  constexpr int r = kMarkerRadius;
  switch (marker) {
    case Marker::none:
      break;
    case Marker::circle:
      return SvgElement("circle").set("cx", at.x).set("cy", at.y).set("r", r);
    case Marker::square:
      return box_shape({at.x - r, at.y - r, 2 * r, 2 * r});
    case Marker::triangle:
      return polygon({{at.x, at.y - r - 1}, {at.x + r + 1, at.y + r}, {at.x - r - 1, at.y + r}});
    case Marker::diamond:
      return polygon(
          {{at.x, at.y - r - 1}, {at.x + r + 1, at.y}, {at.x, at.y + r + 1}, {at.x - r - 1, at.y}});
  }
  return SvgElement("g");
}

}  // namespace

int text_width(std::string_view text) {
  int width = 0;
  for (const char32_t letter : decode_utf8(printable(text))) width += letter_width(letter);
  return width;
}

std::string fit_text(std::string_view text, int width) {
  if (text_width(text) <= width) return std::string(text);
  std::string fitted;
  int left = width - text_width(kEllipsis);
  for (const char32_t letter : decode_utf8(printable(text))) {
    left -= letter_width(letter);
    if (left < 0) break;
    append_utf8(fitted, letter);
  }
  return std::string(trim_right(fitted)).append(kEllipsis);
}

SvgElement line_shape(Place from, Place to) {
  SvgElement shape("line");
  shape.set("x1", from.x).set("y1", from.y).set("x2", to.x).set("y2", to.y);
  shape.set("stroke", "currentColor");
  return shape;
}

SvgElement box_shape(const Box& box) {
  SvgElement shape("rect");
  shape.set("x", box.x).set("y", box.y).set("width", box.width).set("height", box.height);
  return shape;
}

SvgElement box_outline(const Box& box) {
  return box_shape(box).set("fill", "none").set("stroke", "currentColor");
}

SvgElement text_shape(Place baseline, Anchor anchor, std::string_view text) {
  SvgElement shape("text");
  shape.set("x", baseline.x).set("y", baseline.y);
  if (anchor != Anchor::start) {
    shape.set("text-anchor", anchor == Anchor::middle ? "middle" : "end");
  }
  shape.set("font-size", kFontSize).set("fill", "currentColor");
  return shape.add_text(text);
}

SvgElement marker_shape(Marker marker, Place at) {
  SvgElement shape = marker_outline(marker, at);
  return marker == Marker::none ? shape : shape.set("fill", "currentColor");
}

void PathData::add_run(std::span<const Place> places) {
  char command = 'M';
  for (const Place& place : places) {
    data_ += fmt::format("{}{}{} {}", data_.empty() ? "" : " ", command, place.x, place.y);
    command = 'L';
  }
}

SvgElement PathData::stroke() const {
  return SvgElement("path").set("d", data_).set("fill", "none").set("stroke", "currentColor");
}

}  // namespace opsg::charts
