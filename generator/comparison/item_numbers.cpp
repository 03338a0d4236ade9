#include "item_numbers.h"

#include <set>

namespace opsg::comparison {
namespace {

using Titles = std::map<std::string_view, std::string_view>;  ///< By number.
using Numbers = std::map<std::string_view, std::string_view>;

Titles titles_of(PassageRefs passages) {
  Titles titles;
  for (const Passage* passage : passages) titles.try_emplace(passage->item, passage->item_title);
  return titles;
}

/// The numbers of those titles that only one item has.
Numbers numbers_of_titles(const Titles& titles) {
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

ItemNumbers::ItemNumbers(PassageRefs before, PassageRefs after) {
  const Titles titles_before = titles_of(before), titles_after = titles_of(after);
  const Numbers by_title = numbers_of_titles(titles_after);
  std::set<std::string_view> taken;
  for (const auto& [title, number] : numbers_of_titles(titles_before)) {
    const auto found = by_title.find(title);
    if (found == by_title.end()) continue;
    numbers_.emplace(number, found->second);
    taken.insert(found->second);
  }
  for (const auto& [number, title] : titles_before) {
    if (titles_after.contains(number) && !taken.contains(number)) {
      numbers_.try_emplace(number, number);
    }
    const auto today = numbers_.find(number);
    if (today == numbers_.end() || today->second != number) all_kept_ = false;
  }
}

Passage ItemNumbers::renumbered(const Passage& before) const {
  Passage passage = before;
  const auto number = numbers_.find(before.item);
  if (number != numbers_.end()) {
    passage.item = number->second;
  } else {
    passage.place_known = false;
  }
  return passage;
}

}  // namespace opsg::comparison
