#include "word_appearance.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ascii.h"
#include "text.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

/// Red, green and blue, 0 to 255.
using Colour = std::array<int, 3>;

constexpr Colour kBlack = {0, 0, 0};
constexpr Colour kPaper = {255, 255, 255};

/// Of each of the three, up to which nobody tells two colours from each other.
constexpr int kSeenDifference = 32;

/// The highlighters that are as dark or bright as text (ECMA-376-1, 17.18.40).
std::optional<Colour> highlight_colour(std::string_view name) {
  static constexpr std::pair<std::string_view, Colour> kColours[] = {
      {"black", kBlack},
      {"white", kPaper},
      {"blue", {0, 0, 255}},
      {"cyan", {0, 255, 255}},
      {"green", {0, 255, 0}},
      {"magenta", {255, 0, 255}},
      {"red", {255, 0, 0}},
      {"yellow", {255, 255, 0}},
      {"darkBlue", {0, 0, 128}},
      {"darkCyan", {0, 128, 128}},
      {"darkGreen", {0, 128, 0}},
      {"darkMagenta", {128, 0, 128}},
      {"darkRed", {128, 0, 0}},
      {"darkYellow", {128, 128, 0}},
      {"darkGray", {128, 128, 128}},
      {"lightGray", {192, 192, 192}}};
  for (const auto& [each, colour] : kColours) {
    if (each == name) return colour;
  }
  return std::nullopt;
}

/// Of "1F3864"; nothing for "auto".
std::optional<Colour> parse_colour(std::string_view digits) {
  if (digits.size() != 6) return std::nullopt;
  Colour colour;
  for (std::size_t i = 0; i < colour.size(); ++i) {
    const char* first = digits.data() + 2 * i;
    if (std::from_chars(first, first + 2, colour[i], 16).ptr != first + 2) return std::nullopt;
  }
  return colour;
}

/// What a `w:shd` puts behind text; nothing where it leaves the paper as it is.
std::optional<Colour> shade(const pugi::xml_node& shading) {
  const std::string_view pattern = shading.attribute("w:val").value();
  if (pattern != "solid") return parse_colour(shading.attribute("w:fill").value());
  return parse_colour(shading.attribute("w:color").value()).value_or(kBlack);
}

/// What is behind runs.
class Backgrounds {
 public:
  explicit Backgrounds(const WordStyles& styles) : styles_(styles) {}

  /// Nothing where a table's style may put something there, or nothing.
  std::optional<Colour> behind(const pugi::xml_node& run) {
    const pugi::xml_node highlight = styles_.of_run(run, "w:highlight");
    if (const auto found = highlight_colour(highlight.attribute("w:val").value())) return found;
    if (const auto found = shade(styles_.of_run(run, "w:shd"))) return found;
    const pugi::xml_node paragraph = nearest_around(run, "w:p");
    if (const auto found = shade(styles_.of_paragraph(paragraph, "w:shd"))) return found;
    const pugi::xml_node cell = nearest_around(run, "w:tc");
    if (const auto found = shade(cell.child("w:tcPr").child("w:shd"))) return found;
    const pugi::xml_node table = nearest_around(run, "w:tbl").child("w:tblPr");
    if (const auto found = shade(table.child("w:shd"))) return found;
    if (shades_text(table.child("w:tblStyle").attribute("w:val").value())) return std::nullopt;
    return kPaper;
  }

 private:
  bool shades_text(const std::string& table_style) {
    const auto [known, is_new] = shading_styles_.try_emplace(table_style, false);
    if (is_new) {
      const auto shadings = descendants(styles_.style(table_style), "w:shd");
      known->second = std::any_of(shadings.begin(), shadings.end(),
                                  [](const auto& each) { return shade(each).has_value(); });
    }
    return known->second;
  }

  const WordStyles& styles_;
  std::map<std::string, bool> shading_styles_;
};

bool look_the_same(const Colour& a, const Colour& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::abs(a[i] - b[i]) > kSeenDifference) return false;
  }
  return true;
}

bool is_unseen(const pugi::xml_node& run, const WordStyles& styles, Backgrounds& backgrounds) {
  const pugi::xml_node property = styles.of_run(run, "w:color");
  const Colour colour = parse_colour(property.attribute("w:val").value()).value_or(kBlack);
  const auto behind = backgrounds.behind(run);
  return behind && look_the_same(colour, *behind);
}

/// Letters of Latin alphabets, in UTF-8.
std::string upper(std::string_view text) {
  std::string out;
  for (char32_t c : decode_utf8(text)) {
    const bool is_even_small = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (is_ascii_lower(c) || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) {
      c -= 0x20;
    } else if (c >= 0x100 && c <= 0x17E && c != 0x131 && c != 0x138 && c != 0x149 && c != 0x178) {
      if (c % 2 == (is_even_small ? 0 : 1)) --c;
    }
    append_utf8(out, c);
  }
  return out;
}

/// A mark of our own on a paragraph that had no other text.
constexpr const char* kStruckOut = "struckOut";

/// What else a run holds, such as the reference of a footnote, stays.
std::string take_text(pugi::xml_node run) {
  std::string text = shown_text(run);
  for (pugi::xml_node child = run.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    const std::string_view name = child.name();
    const bool is_text = name == "w:t" || name == "w:tab" || name == "w:br" || name == "w:cr" ||
                         name == "w:sym" || name == "w:noBreakHyphen";
    if (is_text) run.remove_child(child);
    child = next;
  }
  return text;
}

}  // namespace

void remove_hidden_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report) {
  for (pugi::xml_node run : innermost_first(root, "w:r")) {
    if (!styles.is_on_for(run, "w:vanish") && !styles.is_on_for(run, "w:specVanish")) continue;
    report.hidden_text(shown_text(run));
    run.parent().remove_child(run);
  }
}

void remove_struck_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report) {
  for (pugi::xml_node paragraph : descendants(root, "w:p")) {
    std::string struck;
    bool goes_on = false;
    for (const pugi::xml_node& run : descendants(paragraph, "w:r")) {
      const bool is_struck =
          styles.is_on_for(run, "w:strike") || styles.is_on_for(run, "w:dstrike");
      if (is_struck) struck += (goes_on ? "" : " ") + take_text(run);
      goes_on = is_struck;
    }
    if (trim(struck).empty()) continue;
    report.struck_text(struck);
    if (trim(shown_text(paragraph)).empty()) paragraph.append_attribute(kStruckOut) = "1";
  }
}

bool is_struck_out(const pugi::xml_node& paragraph) {
  return !paragraph.attribute(kStruckOut).empty();
}

void write_capitals(const pugi::xml_node& root, const WordStyles& styles) {
  for (const pugi::xml_node& run : descendants(root, "w:r")) {
    if (!styles.is_on_for(run, "w:caps") && !styles.is_on_for(run, "w:smallCaps")) continue;
    for (const pugi::xml_node& text : run.children("w:t")) {
      text.text() = upper(text.text().get()).c_str();
    }
  }
}

void report_unseen_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report) {
  Backgrounds backgrounds(styles);
  for (const pugi::xml_node& paragraph : descendants(root, "w:p")) {
    std::string text;
    for (const pugi::xml_node& run : descendants(paragraph, "w:r")) {
      if (is_unseen(run, styles, backgrounds)) text += shown_text(run);
    }
    report.unseen_text(text);
  }
}

}  // namespace opsg::extraction
