#include "lone_levels.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "canonical_words.h"
#include "line_shapes.h"
#include "register_head.h"
#include "text.h"
#include "word_list.h"

namespace opsg::importing {
namespace {

using Words = std::vector<std::string>;

constexpr auto kColours = std::to_array<std::string_view>(
    {"red", "amber", "green", "yellow", "orange", "blue", "black", "white"});

/// Heads of columns that rate.
constexpr auto kRatingWords = std::to_array<std::string_view>(
    {"rag",      "rating",  "status",     "state",    "score",       "colour",   "color",
     "risk",     "health",  "delivery",   "progress", "trend",       "priority", "severity",
     "impact",   "current", "likelihood", "previous", "probability", "target",   "residual",
     "inherent", "overall", "confidence", "result",   "performance", "rate",     "month"});

/// Heads of columns of remarks, and of those that say who may read.
constexpr auto kRemarkWords = std::to_array<std::string_view>(
    {"remark", "remarks", "note", "notes", "comment", "comments", "circulation", "distribution",
     "audience", "access", "sharing", "security", "visibility", "restriction", "restrictions"});

bool holds_any(const Words& words, WordList list) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_one_of(word, list); });
}

bool is_colour(std::string_view text) {
  const Words words = canonical_words(text);
  return words.size() == 1 && is_one_of(words.front(), kColours);
}

/// Rows of cells, as they stand one below the other in a document.
class CellTable {
 public:
  void add_row(std::string_view line) {
    rows_.emplace_back();
    for (const std::string_view cell : split(line, '\t')) {
      rows_.back().push_back(without_emphasis(collapse_space(cell)));
    }
  }

  bool empty() const { return rows_.empty(); }

  void find(const LevelFinder& finder, NamedLevels& found) const {
    for (const auto& row : rows_) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        auto level = finder.find_alone(row[column]);
        if (!level || heads_label_column(head(column))) continue;
        if (is_colour(row[column]) && (is_scale(row) || rates(column))) continue;
        found.push_back(std::move(*level));
      }
    }
  }

 private:
  std::string_view head(std::size_t column) const {
    return column < rows_.front().size() ? std::string_view(rows_.front()[column])
                                         : std::string_view();
  }

  /// "Red | Amber | Green"
  static bool is_scale(const std::vector<std::string>& row) {
    std::set<std::string> colours;
    for (const std::string& cell : row) {
      if (is_colour(cell)) colours.insert(ascii_lower(cell));
    }
    return colours.size() > 1;
  }

  /// By its head, or because it holds colours only.
  bool rates(std::size_t column) const {
    const Words words = canonical_words(head(column));
    if (holds_any(words, kRemarkWords)) return false;
    if (holds_any(words, kRatingWords)) return true;
    std::size_t colours = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (column >= rows_[i].size() || rows_[i][column].empty()) continue;
      if (!is_colour(rows_[i][column])) return false;
      ++colours;
    }
    return colours > 1;
  }

  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

NamedLevels find_lone_levels(const DocumentText& document, const LevelFinder& finder) {
  NamedLevels found;
  CellTable table;
  for (const DocumentLine& line : document.lines) {
    if (line.text.find('\t') != std::string::npos) {
      table.add_row(line.text);
      continue;
    }
    if (!table.empty()) std::exchange(table, {}).find(finder, found);
    if (auto level = finder.find_alone(without_emphasis(line.text))) {
      found.push_back(std::move(*level));
    }
  }
  if (!table.empty()) table.find(finder, found);
  return found;
}

}  // namespace opsg::importing
