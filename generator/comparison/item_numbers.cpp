#include "item_numbers.h"

#include <set>

namespace opsg::comparison {
namespace {

using Numbers = std::map<std::string_view, std::string_view>;

/// The numbers of those titles that only one item has.
Numbers numbers_of_titles(const std::map<std::string_view, std::string_view>& titles) {
  Numbers numbers;
  std::set<std::string_view> repeated;
  for (const auto& [number, title] : titles) {
    if (number.empty()) continue;  // What stands outside of items is no item.
    if (!numbers.emplace(title, number).second) repeated.insert(title);
  }
  for (const std::string_view title : repeated) numbers.erase(title);
  return numbers;
}

}  // namespace

ItemNumbers::Titles ItemNumbers::titles_of(PassageRefs passages) {
  Titles titles;
  for (const Passage* passage : passages) titles.try_emplace(passage->item, passage->item_title);
  return titles;
}

ItemNumbers::ItemNumbers(PassageRefs before, PassageRefs after)
    : titles_before_(titles_of(before)), titles_after_(titles_of(after)) {
  const Numbers by_title = numbers_of_titles(titles_after_);
  std::set<std::string_view> taken;
  for (const auto& [title, number] : numbers_of_titles(titles_before_)) {
    const auto found = by_title.find(title);
    if (found == by_title.end()) continue;
    numbers_.emplace(number, found->second);
    taken.insert(found->second);
  }
  for (const auto& [number, title] : titles_before_) {
    if (titles_after_.contains(number) && !taken.contains(number)) {
      numbers_.try_emplace(number, number);
    }
    const auto today = numbers_.find(number);
    const bool kept =
        today != numbers_.end() && today->second == number && titles_after_.at(number) == title;
    if (!kept) all_kept_ = false;
  }
}

Passage ItemNumbers::renumbered(const Passage& before) const {
  Passage passage = before;
  const auto number = numbers_.find(before.item);
  if (number == numbers_.end()) {
    passage.place_known = false;
    return passage;
  }
  passage.item = number->second;
  const bool has_title_of_item = before.item_title == titles_before_.at(before.item);
  if (has_title_of_item) passage.item_title = titles_after_.at(number->second);
  return passage;
}

}  // namespace opsg::comparison
