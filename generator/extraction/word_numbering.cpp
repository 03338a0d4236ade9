#include "word_numbering.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "word_xml.h"

namespace opsg::extraction {
namespace {

std::string letters(int number) {
  // Word repeats the letter: z, aa, bb (ECMA-376-1, 17.18.59, lowerLetter).
  const int repeats = std::min((number - 1) / 26 + 1, 10);
  return std::string(static_cast<std::size_t>(repeats), static_cast<char>('a' + (number - 1) % 26));
}

std::string roman(int number) {
  constexpr std::array<std::pair<int, const char*>, 13> kDigits = {{{1000, "m"},
                                                                    {900, "cm"},
                                                                    {500, "d"},
                                                                    {400, "cd"},
                                                                    {100, "c"},
                                                                    {90, "xc"},
                                                                    {50, "l"},
                                                                    {40, "xl"},
                                                                    {10, "x"},
                                                                    {9, "ix"},
                                                                    {5, "v"},
                                                                    {4, "iv"},
                                                                    {1, "i"}}};
  std::string text;
  for (const auto& [worth, digits] : kDigits) {
    for (; number >= worth; number -= worth) text += digits;
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string format_number(int number, const std::string& format) {
  if (number < 1 || number > 9999) return std::to_string(number);
  if (format == "lowerLetter") return letters(number);
  if (format == "upperLetter") return upper(letters(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  if (format == "none") return {};
  return std::to_string(number);
}

NumberingLevel read_level(const pugi::xml_node& node) {
  NumberingLevel level;
  if (const auto format = node.child("w:numFmt")) level.format = value_of(format);
  level.text = value_of(node.child("w:lvlText"));
  if (const auto start = node.child("w:start")) level.start = start.attribute("w:val").as_int(1);
  return level;
}

}  // namespace

WordNumbering::WordNumbering(const pugi::xml_node& numbering, const pugi::xml_node& styles) {
  read_styles(styles);
  read_list_styles(numbering);
  read_lists(numbering);
}

void WordNumbering::read_styles(const pugi::xml_node& styles) {
  for (const pugi::xml_node& style : styles.children("w:style")) {
    styles_[style.attribute("w:styleId").value()] = style;
  }
}

void WordNumbering::read_list_styles(const pugi::xml_node& numbering) {
  for (const pugi::xml_node& node : numbering.children("w:abstractNum")) {
    ListStyle& style = list_styles_[node.attribute("w:abstractNumId").value()];
    for (const pugi::xml_node& each : node.children("w:lvl")) {
      const int level = each.attribute("w:ilvl").as_int(-1);
      if (level < 0 || level >= kLevels) continue;
      style.levels[static_cast<std::size_t>(level)] = read_level(each);
      style.paragraph_styles[static_cast<std::size_t>(level)] = value_of(each.child("w:pStyle"));
    }
  }
}

void WordNumbering::read_lists(const pugi::xml_node& numbering) {
  for (const pugi::xml_node& node : numbering.children("w:num")) {
    List& list = lists_[node.attribute("w:numId").value()];
    list.style = value_of(node.child("w:abstractNumId"));
    for (const pugi::xml_node& each : node.children("w:lvlOverride")) {
      const auto start = each.child("w:startOverride");
      if (start) {
        list.restarts_at[each.attribute("w:ilvl").as_int()] = start.attribute("w:val").as_int(1);
      }
    }
  }
}

std::optional<WordNumbering::Place> WordNumbering::place_of_style(std::string id) const {
  for (int i = 0; i < kLongestChain; ++i) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) return std::nullopt;
    const auto properties = style->second.child("w:pPr").child("w:numPr");
    if (const auto list = properties.child("w:numId")) {
      Place place{value_of(list), properties.child("w:ilvl").attribute("w:val").as_int(0)};
      const auto found = lists_.find(place.list);
      if (found == lists_.end()) return place;
      const auto list_style = list_styles_.find(found->second.style);
      if (list_style == list_styles_.end()) return place;
      const auto& names = list_style->second.paragraph_styles;
      const auto named = std::find(names.begin(), names.end(), id);
      if (named != names.end()) place.level = static_cast<int>(named - names.begin());
      return place;
    }
    id = value_of(style->second.child("w:basedOn"));
  }
  return std::nullopt;
}

std::optional<WordNumbering::Place> WordNumbering::place_of(const pugi::xml_node& paragraph) const {
  const auto properties = paragraph.child("w:pPr");
  const auto own = properties.child("w:numPr");
  const auto level = own.child("w:ilvl");
  if (const auto list = own.child("w:numId")) {
    return Place{value_of(list), level.attribute("w:val").as_int(0)};
  }
  auto place = place_of_style(value_of(properties.child("w:pStyle")));
  if (place && level) place->level = level.attribute("w:val").as_int(0);
  return place;
}

void WordNumbering::count(const Place& place, const ListStyle& style) {
  std::vector<int>& counters = counters_[lists_[place.list].style];
  counters.resize(kLevels, 0);
  const auto level = static_cast<std::size_t>(place.level);
  auto& restarts = lists_[place.list].restarts_at;
  if (const auto restart = restarts.find(place.level); restart != restarts.end()) {
    counters[level] = restart->second - 1;
    restarts.erase(restart);
  } else if (counters[level] == 0) {
    counters[level] = style.levels[level].start - 1;
  }
  ++counters[level];
  for (std::size_t above = 0; above < level; ++above) {
    if (counters[above] == 0) counters[above] = style.levels[above].start;
  }
  std::fill(counters.begin() + place.level + 1, counters.end(), 0);
}

std::string WordNumbering::label(const pugi::xml_node& paragraph) {
  const auto place = place_of(paragraph);
  if (!place || place->level < 0 || place->level >= kLevels) return {};
  const auto list = lists_.find(place->list);
  if (list == lists_.end()) return {};
  const auto style = list_styles_.find(list->second.style);
  if (style == list_styles_.end()) return {};
  const NumberingLevel& level = style->second.levels[static_cast<std::size_t>(place->level)];
  if (level.format == "bullet") return "•";
  count(*place, style->second);
  const std::vector<int>& counters = counters_[list->second.style];
  std::string label;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const char digit = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
    if (level.text[i] != '%' || digit < '1' || digit > '9') {
      label += level.text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(digit - '1');
    label += format_number(counters[which], style->second.levels[which].format);
    ++i;
  }
  return label;
}

}  // namespace opsg::extraction
