#include "agenda_numbers.h"

#include <algorithm>
#include <string>

#include "canonical_words.h"
#include "line_shapes.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr int kWidestGap = 6;  ///< Headlines leave items out.
constexpr std::size_t kMostTitleWords = 20;
constexpr std::size_t kFewWords = 6;

std::vector<int> parts_of(const std::string& number) {
  std::vector<int> parts;
  for (const std::string_view part : split(number, '.'))
    parts.push_back(std::stoi(std::string(part)));
  return parts;
}

/// Parts "Title (DCC): The DCC reported ..." at its colon; a few words behind one belong to the
/// title.
void part_title(ItemLine& item, const std::string& rest) {
  const std::size_t colon = rest.find(": ");
  const std::string behind = colon == std::string::npos ? "" : rest.substr(colon + 2);
  const bool sentence = canonical_words(behind).size() > kFewWords || behind.ends_with('.') ||
                        behind.find(". ") != std::string::npos;
  item.title = sentence ? rest.substr(0, colon) : rest;
  if (sentence) item.text = trim(behind);
  if (item.title.ends_with(':')) item.title.pop_back();
}

/// A heading may be bold as a whole, or its number and title.
std::string unbolded(const std::string& text) {
  return text.starts_with("**") ? without_emphasis(text) : text;
}

bool looks_like_title(const std::string& title) {
  return !title.empty() && !begins_with_lower_case(title) && !title.ends_with('.') &&
         !title.ends_with(';') && canonical_words(title).size() <= kMostTitleWords;
}

}  // namespace

bool AgendaNumbers::can_follow(const std::vector<int>& number) const {
  const std::size_t depth = number.size();
  const bool sibling =
      last_.size() >= depth && std::equal(number.begin(), number.end() - 1, last_.begin());
  if (sibling) {
    const int last = last_[depth - 1];
    return number.back() > last && number.back() <= last + kWidestGap;
  }
  const bool first = last_.empty() && depth == 1;
  const bool child =
      last_.size() == depth - 1 && std::equal(last_.begin(), last_.end(), number.begin());
  return (first || child) && number.back() <= kWidestGap;
}

bool AgendaNumbers::continues_list(const std::vector<int>& number) const {
  return number.size() == 1 && last_in_list_ && number.front() == *last_in_list_ + 1;
}

std::optional<ItemLine> AgendaNumbers::read(const TextLine& line) const {
  if (line.is_row()) return std::nullopt;
  const auto numbered = read_numbered_line(unbolded(line.text));
  if (!numbered) return std::nullopt;
  const std::vector<int> number = parts_of(numbered->number);
  const bool marked = numbered->dotted || line.heading > 0 || number.size() > 1;
  if (!marked || !can_follow(number) || continues_list(number)) return std::nullopt;
  ItemLine item{numbered->number, {}, {}};
  part_title(item, numbered->rest);
  if (!looks_like_title(item.title)) return std::nullopt;
  return item;
}

void AgendaNumbers::accept(const ItemLine& item) {
  last_ = parts_of(item.number);
  last_in_list_.reset();
}

void AgendaNumbers::note_list(const TextLine& line) {
  const auto numbered = read_numbered_line(line.text);
  if (numbered && numbered->dotted && numbered->number.find('.') == std::string::npos) {
    last_in_list_ = std::stoi(numbered->number);
  }
}

}  // namespace opsg::importing
