#include "rag_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "chart_scale.h"

namespace opsg::charts {
namespace {

constexpr int kRowHeight = 28;
constexpr int kRadius = 10;
constexpr int kRowGap = 8;
constexpr int kWidestLabel = 110;
constexpr int kHighestHeading = 80;
constexpr int kKeyWidth = 90;
constexpr std::size_t kMostMeetingsInWords = 3;
constexpr std::array kRatings = {Rating::red, Rating::amber, Rating::green};

using Meetings = std::vector<ChartLabel>;
using Rows = std::vector<RatedRow>;

std::string_view word_for(Rating rating) {
  switch (rating) {
    case Rating::none:
      return {};
    case Rating::red:
      return "Red";
    case Rating::amber:
      return "Amber";
    case Rating::green:
      return "Green";
  }
  return {};
}

SvgElement shape_of(Rating rating, Place at) {
  constexpr int r = kRadius;
  if (rating == Rating::red) return box_outline({at.x - r, at.y - r, 2 * r, 2 * r});
  SvgElement circle("circle");
  circle.set("cx", at.x).set("cy", at.y).set("r", r);
  SvgElement diamond("path");
  diamond.set("d", fmt::format("M{0} {1} L{2} {3} L{0} {4} L{5} {3} Z", at.x, at.y - r - 3,
                               at.x + r + 3, at.y, at.y + r + 3, at.x - r - 3));
  SvgElement& shape = rating == Rating::green ? circle : diamond;
  return shape.set("fill", "none").set("stroke", "currentColor");
}

SvgElement badge(Rating rating, Place at) {
  SvgElement group("g");
  if (rating == Rating::none) return group;
  const std::string_view word = word_for(rating);
  group.set("class", fmt::format("chart-rag-{}", static_cast<char>(word[0] - 'A' + 'a')));
  group.add(shape_of(rating, at));
  return group.add(text_shape({at.x, at.y + kLetterRise}, Anchor::middle, word.substr(0, 1))
                       .set("font-weight", "bold"));
}

int widest(const Meetings& meetings) {
  int width = 0;
  for (const ChartLabel& meeting : meetings) width = std::max(width, text_width(meeting.brief));
  return width;
}

int label_width(const Rows& rows) {
  int width = 0;
  for (const RatedRow& row : rows) width = std::max(width, text_width(row.label));
  return std::min(width, kWidestLabel);
}

class GridDrawing {
 public:
  /// `first`: the first meeting that has room.
  GridDrawing(const Meetings& meetings, const Rows& rows, std::size_t first)
      : meetings_(meetings),
        rows_(rows),
        first_(first),
        box_{label_width(rows) + kRowGap, 0, kChartWidth - label_width(rows) - kRowGap, 0},
        slots_(box_, meetings.size() - first),
        upright_(widest(meetings) + kRowGap <= slots_.slot_width()) {
    box_.y =
        upright_ ? kLineHeight + kRowGap : std::min(widest(meetings), kHighestHeading) + kRowGap;
    box_.height = static_cast<int>(rows.size()) * kRowHeight;
  }

  int height() const { return box_.bottom() + kRowHeight + kRowGap; }

  void draw(SvgElement& picture) const {
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) draw_heading(picture, slot);
    for (std::size_t row = 0; row < rows_.size(); ++row) draw_row(picture, row);
    draw_key(picture);
  }

 private:
  void draw_heading(SvgElement& picture, std::size_t slot) const {
    const std::string& code = meetings_[first_ + slot].brief;
    const int x = slots_.centre(slot);
    if (upright_) {
      picture.add(text_shape({x, kLineHeight}, Anchor::middle, code));
      return;
    }
    const Place at{x + kLetterRise, box_.y - kRowGap / 2};
    picture.add(text_shape(at, Anchor::start, fit_text(code, kHighestHeading))
                    .set("transform", fmt::format("rotate(-90 {} {})", at.x, at.y)));
  }

  void draw_row(SvgElement& picture, std::size_t row) const {
    const int top = box_.y + static_cast<int>(row) * kRowHeight;
    const int middle = top + kRowHeight / 2;
    picture.add(line_shape({0, top}, {kChartWidth, top}).set("stroke-opacity", "0.25"));
    picture.add(text_shape({0, middle + kLetterRise}, Anchor::start,
                           fit_text(rows_[row].label, kWidestLabel)));
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      const Rating rating = rows_[row].ratings[first_ + slot];
      if (rating != Rating::none) picture.add(badge(rating, {slots_.centre(slot), middle}));
    }
  }

  void draw_key(SvgElement& picture) const {
    const int middle = box_.bottom() + kRowGap + kRowHeight / 2;
    int x = kRadius + 4;
    for (const Rating rating : kRatings) {
      picture.add(badge(rating, {x, middle}));
      picture.add(
          text_shape({x + kRadius + 6, middle + kLetterRise}, Anchor::start, word_for(rating)));
      x += kKeyWidth;
    }
  }

  const Meetings& meetings_;
  const Rows& rows_;
  std::size_t first_;
  Box box_;
  SlotScale slots_;
  bool upright_;
};

std::string said(const Meetings& meetings, const Rows& rows, std::size_t meeting) {
  std::vector<std::string> parts;
  for (const RatedRow& row : rows) {
    const Rating rating = row.ratings[meeting];
    if (rating != Rating::none) parts.push_back(fmt::format("{} {}", row.label, word_for(rating)));
  }
  return fmt::format("{}: {}.", meetings[meeting].full, listed(parts));
}

std::string description_of(const Meetings& meetings, const Rows& rows) {
  const std::size_t shown = std::min(meetings.size(), kMostMeetingsInWords);
  std::string text = meetings.size() > shown
                         ? fmt::format("The latest {} of {} meetings. ", shown, meetings.size())
                         : "";
  for (std::size_t i = meetings.size() - shown; i < meetings.size(); ++i) {
    text.append(said(meetings, rows, i)).append(i + 1 < meetings.size() ? " " : "");
  }
  return text;
}

std::string title_of(const std::string& title, std::size_t first, std::size_t meetings) {
  if (first == 0) return title;
  return fmt::format("{}: the latest {} of {}", title, meetings - first, meetings);
}

ChartTable table_of(const Meetings& meetings, const Rows& rows) {
  ChartTable table{{"Criterion"}, {}};
  for (const ChartLabel& meeting : meetings) table.columns.push_back(meeting.full);
  for (const RatedRow& row : rows) {
    table.rows.push_back({row.label});
    for (const Rating rating : row.ratings) table.rows.back().emplace_back(word_for(rating));
  }
  return table;
}

bool is_rated(const RatedRow& row) {
  return std::any_of(row.ratings.begin(), row.ratings.end(),
                     [](Rating rating) { return rating != Rating::none; });
}

}  // namespace

std::optional<Chart> rag_grid(const ChartName& name, const std::vector<ChartLabel>& meetings,
                              const std::vector<RatedRow>& rows) {
  if (std::none_of(rows.begin(), rows.end(), is_rated)) return std::nullopt;
  const std::size_t first = meetings.size() - std::min(meetings.size(), kMostGridMeetings);
  Chart chart{{name.id, title_of(name.title, first, meetings.size())},
              {},
              description_of(meetings, rows),
              table_of(meetings, rows)};
  const GridDrawing drawing(meetings, rows, first);
  SvgElement picture = chart_picture(chart.name, chart.description, drawing.height());
  drawing.draw(picture);
  chart.svg = picture.html();
  return chart;
}

}  // namespace opsg::charts
