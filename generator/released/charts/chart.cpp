#include "chart.h"

#include <fmt/format.h>

namespace opsg::charts {

SvgElement chart_picture(const ChartName& name, std::string_view description, int height) {
  const std::string title_id = name.id + "-title";
  const std::string description_id = name.id + "-desc";
  SvgElement picture("svg");
  picture.set("class", "chart-picture").set("role", "img");
  picture.set("aria-labelledby", title_id).set("aria-describedby", description_id);
  picture.set("viewBox", fmt::format("0 0 {} {}", kChartWidth, height));
  picture.set("width", kChartWidth).set("height", height);
  picture.add(SvgElement("title").set("id", title_id).add_text(name.title));
  picture.add(SvgElement("desc").set("id", description_id).add_text(description));
  return picture;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string numbered(std::size_t number, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

}  // namespace opsg::charts
