#include "catch2.h"
#include "picture.h"
#include "svg_element.h"
#include "svg_shapes.h"

namespace opsg::charts {

TEST_CASE("An element escapes its values and its text, and keeps its children") {
  SvgElement group("g");
  group.set("class", "a\"b").set("x", -3);
  group.add(SvgElement("text").add_text("1 < 2 & '3'"));
  CHECK(group.html().view() ==
        "<g class=\"a&quot;b\" x=\"-3\"><text>1 &lt; 2 &amp; &#39;3&#39;</text></g>");
}

TEST_CASE("What XML forbids is replaced") {
  const SvgElement text = SvgElement("text").add_text("a\x01z\xFF");
  CHECK(text.html().view() == "<text>a\xEF\xBF\xBDz\xEF\xBF\xBD</text>");
}

TEST_CASE("Text is as wide as its letters, and letters that fill a square are wider") {
  CHECK(text_width("") == 0);
  CHECK(text_width("41_2501") == 7 * text_width("4"));
  CHECK(text_width("é") == text_width("e"));
  CHECK(text_width("漢") > text_width("e"));
  CHECK(text_width("–") == text_width("-"));
  CHECK(text_width("m") > text_width("n"));
  CHECK(text_width("R") > text_width("r"));
}

TEST_CASE("Text that is too wide is cut short") {
  CHECK(fit_text("Risk 006", text_width("Risk 006")) == "Risk 006");
  CHECK(fit_text("Risk 006", text_width("Risk 00")) == "Risk 0…");
  CHECK(fit_text("Risk 006", text_width("Risk 0")) == "Risk…");
  CHECK(fit_text("Risk 006", 0) == "…");
}

TEST_CASE("A path begins anew with each run") {
  PathData path;
  CHECK(path.empty());
  path.add_run(std::vector<Place>{{1, 2}, {3, 4}});
  path.add_run(std::vector<Place>{{5, 6}});
  CHECK(path.stroke().html().view() ==
        "<path d=\"M1 2 L3 4 M5 6\" fill=\"none\" stroke=\"currentColor\"></path>");
}

TEST_CASE("Each marker has a shape of its own") {
  CHECK(marker_shape(Marker::none, {9, 9}).html().view() == "<g></g>");
  CHECK(marker_shape(Marker::circle, {9, 9}).html().view() ==
        "<circle cx=\"9\" cy=\"9\" r=\"4\" fill=\"currentColor\"></circle>");
  CHECK(marker_shape(Marker::square, {9, 9}).html().view() ==
        "<rect x=\"5\" y=\"5\" width=\"8\" height=\"8\" fill=\"currentColor\"></rect>");
  CHECK(marker_shape(Marker::triangle, {9, 9}).html().view() ==
        "<polygon points=\"9,4 14,13 4,13\" fill=\"currentColor\"></polygon>");
  CHECK(marker_shape(Marker::diamond, {9, 9}).html().view() ==
        "<polygon points=\"9,4 14,9 9,14 4,9\" fill=\"currentColor\"></polygon>");
}

}  // namespace opsg::charts
