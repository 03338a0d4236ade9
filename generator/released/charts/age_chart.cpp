#include "age_chart.h"

#include <fmt/format.h>

#include <algorithm>

namespace opsg::charts {
namespace {

constexpr int kBandHeight = 38;
constexpr int kBarHeight = 14;
constexpr int kLabelHeight = 18;
constexpr int kMargin = 2;
constexpr int kBarWidth = kChartWidth - 2 * kMargin;

std::string count_text(const AgeBand& band) {
  if (band.overdue == 0) return std::to_string(band.open);
  return fmt::format("{}, {} overdue", band.open, band.overdue);
}

/// Slanting lines, to tell what is overdue by more than a colour.
SvgElement hatch(const std::string& id) {
  SvgElement pattern("pattern");
  pattern.set("id", id).set("class", "chart-overdue").set("width", 6).set("height", 6);
  pattern.set("patternUnits", "userSpaceOnUse").set("patternTransform", "rotate(45)");
  pattern.add(line_shape({0, 0}, {0, 6}).set("stroke-width", 6));
  return SvgElement("defs").add(pattern);
}

class AgeBars {
 public:
  AgeBars(const std::string& id, std::size_t longest)
      : hatch_id_(id + "-hatch"), longest_(longest) {}

  const std::string& hatch_id() const { return hatch_id_; }

  SvgElement band(const AgeBand& band, int top) const {
    const int y = top + kLabelHeight;
    const int open = width_of(band.open);
    const int overdue = width_of(band.overdue);
    SvgElement group("g");
    const std::string count = count_text(band);
    const std::string label = fit_text(band.label, kBarWidth - text_width(count + "  "));
    group.add(text_shape({kMargin, y - 5}, Anchor::start, label));
    group.add(text_shape({kChartWidth - kMargin, y - 5}, Anchor::end, count));
    if (overdue > 0) group.add(overdue_bar({kMargin, y, overdue, kBarHeight}));
    if (open > overdue) {
      group.add(box_outline({kMargin + overdue, y, open - overdue, kBarHeight})
                    .set("class", "chart-bar"));
    }
    return group;
  }

 private:
  /// Anything at all shows, however many there are of another age.
  int width_of(std::size_t count) const {
    const auto width = count * static_cast<std::size_t>(kBarWidth) / longest_;
    return count == 0 ? 0 : std::max(static_cast<int>(width), 2);
  }

  SvgElement overdue_bar(const Box& box) const {
    return box_shape(box)
        .set("class", "chart-overdue")
        .set("fill", fmt::format("url(#{})", hatch_id_))
        .set("stroke", "currentColor");
  }

  std::string hatch_id_;
  std::size_t longest_;
};

std::string description_of(const std::vector<AgeBand>& bands) {
  std::vector<std::string> parts;
  for (const AgeBand& band : bands) {
    parts.push_back(
        fmt::format("{}: {} open, {} of them overdue", band.label, band.open, band.overdue));
  }
  return fmt::format("{}.", fmt::join(parts, "; "));
}

ChartTable table_of(const std::vector<AgeBand>& bands) {
  ChartTable table{{"Age", "Open", "Overdue"}, {}};
  for (const AgeBand& band : bands) {
    table.rows.push_back({band.label, std::to_string(band.open), std::to_string(band.overdue)});
  }
  return table;
}

}  // namespace

std::optional<Chart> age_chart(const ChartName& name, const std::vector<AgeBand>& bands) {
  std::size_t longest = 0;
  for (const AgeBand& band : bands) longest = std::max(longest, band.open);
  if (longest == 0) return std::nullopt;

  Chart chart{name, {}, description_of(bands), table_of(bands)};
  const AgeBars bars(name.id, longest);
  SvgElement picture =
      chart_picture(name, chart.description, static_cast<int>(bands.size()) * kBandHeight);
  picture.add(hatch(bars.hatch_id()));
  for (std::size_t i = 0; i < bands.size(); ++i) {
    picture.add(bars.band(bands[i], static_cast<int>(i) * kBandHeight));
  }
  chart.svg = picture.html();
  return chart;
}

}  // namespace opsg::charts
