// What holds for every picture, however few, many, long or hostile its data.

#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "catch2.h"
#include "picture.h"
#include "sample_charts.h"
#include "text.h"
#include "trend_chart.h"

namespace opsg::test {
namespace {

std::vector<charts::Chart> all_charts() {
  std::vector<charts::Chart> charts = small_charts();
  for (charts::Chart& chart : hostile_charts()) charts.push_back(std::move(chart));
  return charts;
}

/// Nothing where it is not a whole number.
std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The whole numbers of a path's data or a polygon's points; NaN or a fraction fails the test.
std::vector<int> coordinates(std::string_view data) {
  std::vector<int> numbers;
  std::string spaced;
  for (const char c : data) {
    const bool separates = c == ',' || c == 'M' || c == 'L' || c == 'Z';
    spaced += separates ? ' ' : c;
  }
  for (const std::string_view part : split(spaced, ' ')) {
    if (part.empty()) continue;
    const auto number = whole_number(part);
    INFO(part);
    REQUIRE(number);
    numbers.push_back(*number);
  }
  return numbers;
}

/// Holds an element's places to the picture's size.
class Bounds {
 public:
  explicit Bounds(const PictureElement& svg) {
    const std::vector<int> box = coordinates(svg.attribute("viewBox"));
    REQUIRE(box.size() == 4);
    width_ = box[2];
    height_ = box[3];
    CHECK(width_ > 0);
    CHECK(height_ > 0);
  }

  void check(const PictureElement& element) const {
    INFO(element.name << " \"" << element.text << '"');
    for (const char* name : {"x", "x1", "x2", "cx"}) check_inside(number(element, name), width_);
    for (const char* name : {"y", "y1", "y2", "cy"}) check_inside(number(element, name), height_);
    if (element.name == "rect") {
      check_inside(number(element, "x") + number(element, "width"), width_);
      check_inside(number(element, "y") + number(element, "height"), height_);
    }
    for (const char* name : {"d", "points"}) check_points(element.attribute(name));
    if (element.name == "text") check_text(element);
  }

 private:
  static int number(const PictureElement& element, const char* name) {
    if (!element.attributes.contains(name)) return 0;
    const auto number = whole_number(element.attribute(name));
    INFO(name);
    REQUIRE(number);
    return *number;
  }

  static void check_inside(int value, int most) {
    CHECK(value >= 0);
    CHECK(value <= most);
  }

  void check_points(std::string_view data) const {
    const std::vector<int> numbers = coordinates(data);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      check_inside(numbers[i], i % 2 == 0 ? width_ : height_);
    }
  }

  void check_text(const PictureElement& element) const {
    const int width = charts::text_width(element.text);
    const std::string_view anchor = element.attribute("text-anchor");
    const bool is_turned = element.attributes.contains("transform");
    const int at = number(element, is_turned ? "y" : "x");
    const int begin = anchor == "end" ? at - width : anchor == "middle" ? at - width / 2 : at;
    if (is_turned) return check_inside(at - width, height_);
    check_inside(begin, width_);
    check_inside(begin + width, width_);
  }

  int width_ = 0;
  int height_ = 0;
};

std::set<std::string> ids_of(const std::vector<PictureElement>& elements) {
  std::set<std::string> ids;
  for (const PictureElement& element : elements) {
    if (element.attributes.contains("id")) CHECK(ids.emplace(element.attribute("id")).second);
  }
  return ids;
}

}  // namespace

TEST_CASE("Pictures stay within their frame, at whole numbers") {
  for (const charts::Chart& chart : all_charts()) {
    INFO(chart.name.id << ' ' << chart.name.title);
    const auto elements = read_picture(chart.svg.view());
    const Bounds bounds(elements.front());
    for (const PictureElement& element : elements) bounds.check(element);
  }
}

TEST_CASE("Pictures are well-formed, whatever their labels, and hold nothing that a page forbids") {
  const std::set<std::string> allowed = {"svg",  "title",   "desc", "g",      "line", "rect",
                                         "text", "polygon", "path", "circle", "defs", "pattern"};
  for (const charts::Chart& chart : all_charts()) {
    INFO(chart.name.id << ' ' << chart.name.title);
    for (const PictureElement& element : read_picture(chart.svg.view())) {
      CHECK(allowed.contains(element.name));
      CHECK_FALSE(element.attributes.contains("style"));
    }
  }
}

TEST_CASE("Pictures have a role, a name and a description, and refer to their own ids alone") {
  for (const charts::Chart& chart : all_charts()) {
    INFO(chart.name.id << ' ' << chart.name.title);
    const auto elements = read_picture(chart.svg.view());
    const std::set<std::string> ids = ids_of(elements);
    CHECK(elements[0].attribute("role") == "img");
    CHECK(elements[0].attribute("aria-labelledby") == chart.name.id + "-title");
    CHECK(elements[0].attribute("aria-describedby") == chart.name.id + "-desc");
    CHECK(elements[1].name == "title");
    CHECK(elements[1].attribute("id") == chart.name.id + "-title");
    CHECK(elements[1].text == printable(chart.name.title));
    CHECK(elements[2].name == "desc");
    CHECK(elements[2].attribute("id") == chart.name.id + "-desc");
    CHECK(elements[2].text == printable(chart.description));
    for (const std::string& id : ids) CHECK(id.starts_with(chart.name.id + '-'));
    for (const PictureElement& element : elements) {
      const std::string_view fill = element.attribute("fill");
      if (fill.starts_with("url(#")) {
        CHECK(ids.contains(std::string(fill.substr(5, fill.size() - 6))));
      }
    }
  }
}

TEST_CASE("Pictures are legible without a style sheet: no shape is black by default") {
  for (const charts::Chart& chart : all_charts()) {
    for (const PictureElement& element : read_picture(chart.svg.view())) {
      const std::set<std::string> painted = {"rect", "text", "polygon", "path", "circle"};
      if (!painted.contains(element.name)) continue;
      INFO(chart.name.id << ' ' << element.name);
      CHECK(element.attributes.contains("fill"));
    }
  }
}

TEST_CASE("Text is large enough where a phone shows a unit as a pixel") {
  for (const charts::Chart& chart : all_charts()) {
    for (const PictureElement& element : read_picture(chart.svg.view())) {
      if (element.name != "text") continue;
      const auto size = whole_number(element.attribute("font-size"));
      REQUIRE(size);
      CHECK(*size >= 12);
    }
  }
}

TEST_CASE("Descriptions say numbers of the table alone, and those of small charts say all") {
  for (const charts::Chart& chart : small_charts()) {
    INFO(chart.name.title);
    std::multiset<std::string> in_table;
    std::multiset<std::string> said;
    for (const auto& row : chart.table.rows) {
      for (const std::string& cell : row) {
        for (std::string& number : numbers_in(cell)) in_table.insert(std::move(number));
      }
    }
    for (const std::string& column : chart.table.columns) {
      for (std::string& number : numbers_in(column)) in_table.insert(std::move(number));
    }
    for (std::string& number : numbers_in(chart.description)) said.insert(std::move(number));
    const std::set<std::string> in_table_once(in_table.begin(), in_table.end());
    CHECK(std::set<std::string>(said.begin(), said.end()) == in_table_once);
  }
}

TEST_CASE("Tables are rectangular") {
  for (const charts::Chart& chart : all_charts()) {
    INFO(chart.name.title);
    CHECK_FALSE(chart.table.rows.empty());
    for (const auto& row : chart.table.rows) CHECK(row.size() == chart.table.columns.size());
  }
}

TEST_CASE("A sparkline is a picture as well") {
  const std::vector<charts::TrendPoint> points = {
      {meeting("41"), -3, "-3"}, {meeting("42"), 31, "31"}, {meeting("43"), 31, "31"}};
  const auto svg = charts::trend_sparkline(points);
  REQUIRE(svg);
  const auto elements = read_picture(svg->view());
  const Bounds bounds(elements.front());
  for (const PictureElement& element : elements) bounds.check(element);
  CHECK(elements[0].attribute("role") == "img");
  CHECK(elements[0].attribute("aria-label") == "By meeting: -3, 31 and 31");
}

}  // namespace opsg::test
