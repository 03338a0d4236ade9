#include "page_furniture.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "line_shapes.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kEdgeLines = 3;  ///< How far into a page headers and footers reach.
constexpr std::size_t kLongestHeader = 120;
constexpr std::size_t kLeastRepeats = 2;

/// Digits as '#': page numbers and dates do not tell headers apart.
std::string mask(const TextLine& line) {
  std::string masked = ascii_lower(without_emphasis(line.text));
  RE2::GlobalReplace(&masked, R"(\d+)", "#");
  return masked;
}

bool is_page_number(const TextLine& line) {
  static const RE2 pattern(
      R"((?i)[-–|\s]*(?:page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*of\s*\d{1,4})[-–|\s]*|[-–]\s*\d{1,4}\s*[-–])");
  return RE2::FullMatch(line.text, pattern);
}

bool can_repeat(const TextLine& line) {
  return !line.is_row() && line.text.size() <= kLongestHeader && !read_bullet(line.text) &&
         !read_numbered_line(line.text);
}

/// The lines of each page, by index. One page where pages are not known.
std::vector<std::vector<std::size_t>> pages_of(const TextLines& lines) {
  std::vector<std::vector<std::size_t>> pages;
  int page = -1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].place.page != page) pages.emplace_back();
    page = lines[i].place.page;
    pages.back().push_back(i);
  }
  return pages;
}

/// How far each line near an edge of its page is from it: from the top 1, 2, 3, from the end -1,
/// -2, -3. Headers and footers stand in the same place of each page.
std::map<std::size_t, int> edge_places(const std::vector<std::vector<std::size_t>>& pages) {
  std::map<std::size_t, int> places;
  for (const std::vector<std::size_t>& page : pages) {
    for (std::size_t i = 0; i < std::min(kEdgeLines, page.size()); ++i) {
      places.emplace(page[i], static_cast<int>(i) + 1);
      places.emplace(page[page.size() - 1 - i], -static_cast<int>(i) - 1);
    }
  }
  return places;
}

/// Whether the sentence before the line goes on behind it.
bool cuts_sentence(const TextLines& lines, std::size_t at) {
  return at > 0 && at + 1 < lines.size() && !ends_sentence(lines[at - 1].text) &&
         begins_with_lower_case(lines[at + 1].text) && !begins_with_lower_case(lines[at].text);
}

/// Finds the lines that repeat at the same edge of pages or, where pages are not known, inside
/// sentences.
class Repeats {
 public:
  explicit Repeats(const TextLines& lines) {
    const auto pages = pages_of(lines);
    paged_ = pages.size() > 1;
    if (paged_) places_ = edge_places(pages);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (paged_ ? places_.contains(i) : cuts_sentence(lines, i)) ++counts_[key(lines[i], i)];
    }
    const std::size_t least = std::max(kLeastRepeats, paged_ ? pages.size() / 2 : 0);
    std::erase_if(counts_, [&](const auto& count) {
      return count.second < (ends_sentence(count.first.first) ? least + 1 : least);
    });
  }

  bool contain(const TextLine& line, std::size_t index) const {
    return can_repeat(line) && counts_.contains(key(line, index));
  }

 private:
  std::pair<std::string, int> key(const TextLine& line, std::size_t index) const {
    const auto place = places_.find(index);
    return {mask(line), place == places_.end() ? 0 : place->second};
  }

  bool paged_ = false;
  std::map<std::size_t, int> places_;
  std::map<std::pair<std::string, int>, std::size_t> counts_;
};

/// A lone number at the edge of a known page.
std::set<std::size_t> lone_numbers(const TextLines& lines) {
  const auto pages = pages_of(lines);
  std::set<std::size_t> found;
  if (pages.size() < 2) return found;
  for (const std::vector<std::size_t>& page : pages) {
    for (const std::size_t edge : {page.front(), page.back()}) {
      if (RE2::FullMatch(lines[edge].text, R"(\d{1,4})")) found.insert(edge);
    }
  }
  return found;
}

}  // namespace

void take_page_furniture(TextLines& lines, ImportLedger& ledger) {
  const Repeats repeated(lines);
  const std::set<std::size_t> numbers = lone_numbers(lines);
  TextLines rest;
  bool break_before = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_page_number(lines[i]) || numbers.contains(i) || repeated.contain(lines[i], i)) {
      ledger.drop("page-furniture", lines[i].text, lines[i].place);
      break_before = true;
      continue;
    }
    rest.push_back(std::move(lines[i]));
    rest.back().break_before |= std::exchange(break_before, false);
  }
  lines = std::move(rest);
}

}  // namespace opsg::importing
