#include "line_plot.h"

#include <algorithm>
#include <utility>

namespace opsg::charts {
namespace {

constexpr int kGap = 6;
constexpr int kTop = 20;  // Room for a number above the highest point.
constexpr int kBottom = 2 * kLineHeight + kGap;
constexpr int kNarrowestWithMarkers = 10;
constexpr int kWidestOverhang = 40;  // Of the last slot's label over the plot.

std::string_view dash_array(Dash dash) {
  switch (dash) {
    case Dash::solid:
      return {};
    case Dash::dashed:
      return "7 4";
    case Dash::dotted:
      return "2 4";
  }
  return {};
}

struct EndLabel {
  const LineSeries* series = nullptr;
  int y = 0;
};

class LinePlotDrawing {
 public:
  LinePlotDrawing(SvgElement& picture, const LinePlot& plot)
      : picture_(picture), plot_(plot), box_(plot_box(plot)), slots_(box_, plot.slots.size()) {}

  void draw_axes() {
    SvgElement axes("g");
    axes.set("class", "chart-axes");
    for (const std::int64_t tick : plot_.scale.ticks()) add_tick(axes, tick);
    const int widest = widest_slot_label(plot_);
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (slots_.shows_label(slot, widest)) add_slot_label(axes, plot_.slots[slot], slot);
    }
    picture_.add(axes);
  }

  void draw_series(const LineSeries& series) {
    SvgElement group("g");
    group.set("class", series.style);
    add_line(group, series);
    if (series.shape != LineShape::levels) add_markers(group, series);
    if (series.shows_values) add_values(group, series);
    picture_.add(group);
  }

  /// At the height of the lines' ends, moved apart where they would overlap.
  void draw_end_labels() {
    std::vector<EndLabel> labels = end_labels();
    spread(labels);
    for (const EndLabel& label : labels) {
      SvgElement text = text_shape({box_.right() + kGap, label.y + kLetterRise}, Anchor::start,
                                   label.series->label);
      picture_.add(text.set("class", label.series->style));
    }
  }

 private:
  static Box plot_box(const LinePlot& plot) {
    int left = 0;
    for (const std::int64_t tick : plot.scale.ticks()) {
      left = std::max(left, text_width(plot.value_text(tick)));
    }
    int right = std::min(widest_slot_label(plot) / 2, kWidestOverhang);
    for (const LineSeries& series : plot.series) right = std::max(right, text_width(series.label));
    left += kGap;
    right += kGap;
    return {left, kTop, kChartWidth - left - right, kLinePlotHeight - kTop - kBottom};
  }

  static int widest_slot_label(const LinePlot& plot) {
    int widest = 0;
    for (const ChartLabel& slot : plot.slots) {
      widest = std::max({widest, text_width(slot.brief), text_width(slot.below)});
    }
    return widest;
  }

  int y(std::int64_t value) const { return plot_.scale.y(value, box_); }

  void add_tick(SvgElement& axes, std::int64_t tick) const {
    axes.add(line_shape({box_.x, y(tick)}, {box_.right(), y(tick)}).set("stroke-opacity", "0.25"));
    axes.add(
        text_shape({box_.x - kGap, y(tick) + kLetterRise}, Anchor::end, plot_.value_text(tick)));
  }

  void add_slot_label(SvgElement& axes, const ChartLabel& label, std::size_t slot) const {
    int baseline = box_.bottom() + kLineHeight + 2;
    for (const std::string& text : {label.brief, label.below}) {
      const std::string shown = fit_text(text, kChartWidth);
      const int x = centred_between(0, kChartWidth, slots_.centre(slot), text_width(shown));
      if (!shown.empty()) axes.add(text_shape({x, baseline}, Anchor::middle, shown));
      baseline += kLineHeight;
    }
  }

  /// The unbroken runs of the line.
  std::vector<std::vector<Place>> runs_of(const LineSeries& series) const {
    std::vector<std::vector<Place>> runs;
    bool broken = true;
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (series.values[slot] && broken) runs.emplace_back();
      broken = !series.values[slot];
      if (!broken) extend(runs.back(), series.shape, slot, y(*series.values[slot]));
    }
    return runs;
  }

  void extend(std::vector<Place>& run, LineShape shape, std::size_t slot, int height) const {
    if (shape == LineShape::levels) {
      run.push_back({slots_.left(slot), height});
      run.push_back({slots_.right(slot), height});
      return;
    }
    const int x = slots_.centre(slot);
    if (shape == LineShape::steps && !run.empty()) run.push_back({x, run.back().y});
    run.push_back({x, height});
  }

  void add_line(SvgElement& group, const LineSeries& series) const {
    PathData path;
    for (const std::vector<Place>& run : runs_of(series)) path.add_run(run);
    if (path.empty()) return;
    SvgElement line = path.stroke().set("stroke-width", 2);
    if (series.dash != Dash::solid) line.set("stroke-dasharray", dash_array(series.dash));
    group.add(line);
  }

  void add_markers(SvgElement& group, const LineSeries& series) const {
    const bool has_room = slots_.slot_width() >= kNarrowestWithMarkers;
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (!series.values[slot] || (!has_room && slot + 1 < slots_.size())) continue;
      group.add(marker_shape(series.marker, {slots_.centre(slot), y(*series.values[slot])}));
    }
  }

  void add_values(SvgElement& group, const LineSeries& series) const {
    int widest = 0;
    for (const auto& value : series.values) {
      if (value) widest = std::max(widest, text_width(plot_.value_text(*value)));
    }
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      const bool is_shown = slot + 1 == slots_.size() || slots_.shows_all_labels(widest);
      if (!series.values[slot] || !is_shown) continue;
      const std::string text = plot_.value_text(*series.values[slot]);
      const int x = centred_between(box_.x, box_.right(), slots_.centre(slot), text_width(text));
      group.add(text_shape({x, value_baseline(series, slot)}, Anchor::middle, text));
    }
  }

  /// Above the point; below it where the line comes from above or begins upwards, if there is room.
  int value_baseline(const LineSeries& series, std::size_t slot) const {
    const std::int64_t value = *series.values[slot];
    const bool begins = slot == 0 || !series.values[slot - 1];
    const std::int64_t before = begins ? value : *series.values[slot - 1];
    const std::int64_t after =
        slot + 1 < slots_.size() ? series.values[slot + 1].value_or(value) : value;
    const bool rises = series.shape == LineShape::straight && begins && after > value;
    const bool hangs = rises || before > value;
    const int below = y(value) + kLineHeight + 2;
    return hangs && below <= box_.bottom() ? below : y(value) - kGap - 2;
  }

  std::vector<EndLabel> end_labels() const {
    std::vector<EndLabel> labels;
    for (const LineSeries& series : plot_.series) {
      const auto last = std::find_if(series.values.rbegin(), series.values.rend(),
                                     [](const auto& value) { return value.has_value(); });
      if (series.label.empty() || last == series.values.rend()) continue;
      labels.push_back({&series, y(**last)});
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
    return labels;
  }

  /// Downwards first; what then stands below the plot pushes the others up again.
  void spread(std::vector<EndLabel>& labels) const {
    int free_from = box_.y;
    for (EndLabel& label : labels) {
      label.y = std::max(label.y, free_from);
      free_from = label.y + kLineHeight;
    }
    int free_to = box_.bottom();
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
      label->y = std::min(label->y, free_to);
      free_to = label->y - kLineHeight;
    }
  }

  SvgElement& picture_;
  const LinePlot& plot_;
  Box box_;
  SlotScale slots_;
};

}  // namespace

void draw_line_plot(SvgElement& picture, const LinePlot& plot) {
  LinePlotDrawing drawing(picture, plot);
  drawing.draw_axes();
  for (const LineSeries& series : plot.series) drawing.draw_series(series);
  drawing.draw_end_labels();
}

}  // namespace opsg::charts
