#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace opsg::extraction {

/// How one level of a list is numbered (ECMA-376-1, 17.9).
struct NumberingLevel {
  std::string format = "decimal";  ///< "decimal", "lowerLetter", "bullet", ...
  std::string text;                ///< "%1.%2."
  int start = 1;
};

/// The numbers that Word shows before paragraphs and keeps out of their text. Fed with the
/// paragraphs in the document's order.
class WordNumbering {
 public:
  /// The `w:numbering` and `w:styles` elements; either may be empty.
  WordNumbering(const pugi::xml_node& numbering, const pugi::xml_node& styles);

  /// What stands before the paragraph (`w:p`), which counts from now on: "3.1.", "•", or nothing.
  std::string label(const pugi::xml_node& paragraph);

 private:
  static constexpr int kLevels = 9;
  struct ListStyle {
    std::vector<NumberingLevel> levels = std::vector<NumberingLevel>(kLevels);
    std::vector<std::string> paragraph_styles = std::vector<std::string>(kLevels);
  };
  struct List {
    std::string style;               ///< The id of its ListStyle.
    std::map<int, int> restarts_at;  ///< By level, once.
  };
  struct Place {
    std::string list;
    int level = 0;
  };

  void read_list_styles(const pugi::xml_node& numbering);
  void read_lists(const pugi::xml_node& numbering);
  void read_styles(const pugi::xml_node& styles);
  std::optional<Place> place_of(const pugi::xml_node& paragraph) const;
  std::optional<Place> place_of_style(std::string style) const;
  void count(const Place& place, const ListStyle& style);

  std::map<std::string, ListStyle> list_styles_;
  std::map<std::string, List> lists_;
  std::map<std::string, pugi::xml_node> styles_;
  std::map<std::string, std::vector<int>> counters_;  ///< By list style; lists of one share them.
};

}  // namespace opsg::extraction
