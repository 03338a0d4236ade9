#include "passage_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "passage_hash.h"

namespace opsg::comparison {
namespace {

constexpr std::string_view kGap = " \u203a ";

/// The passages of an item, by document and number, as indices in the order of the text.
using Items = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>>;

Items items_of(const std::vector<Passage>& passages) {
  Items items;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    items[{passages[i].document, passages[i].item}].push_back(i);
  }
  return items;
}

void take_place(Passage& passage, const Passage& known) {
  passage.register_name = known.register_name;
  passage.entry = known.entry;
  passage.headings = known.headings;
  passage.place_known = known.place_known;
}

bool are_known(const std::vector<Passage>& passages) {
  return std::all_of(passages.begin(), passages.end(),
                     [](const Passage& passage) { return passage.place_known; });
}

}  // namespace

bool stands_in_text(const Passage& passage) {
  constexpr std::array<std::string_view, 4> kOthers = {"fact", "term", "party", "attachment"};
  return std::find(kOthers.begin(), kOthers.end(), passage.kind) == kOthers.end();
}

bool stands_under_the_same(const Passage& a, const Passage& b) {
  return a.place_known && b.place_known && a.register_name == b.register_name &&
         a.entry == b.entry && a.headings == b.headings;
}

std::vector<Passage> with_places(std::vector<Passage> passages, const std::vector<Passage>& known) {
  if (are_known(passages)) return passages;
  const Items known_items = items_of(known);
  for (const auto& [place, item] : items_of(std::as_const(passages))) {
    const auto found = known_items.find(place);
    if (found == known_items.end()) continue;
    const bool reads_the_same =
        std::equal(item.begin(), item.end(), found->second.begin(), found->second.end(),
                   [&](std::size_t a, std::size_t b) {
                     return content_hash(passages[a]) == content_hash(known[b]);
                   });
    if (!reads_the_same) continue;
    for (std::size_t i = 0; i < item.size(); ++i) {
      Passage& passage = passages[item[i]];
      if (!passage.place_known) take_place(passage, known[found->second[i]]);
    }
  }
  return passages;
}

std::string former_place(const Passage& before, const Passage& after) {
  const bool same_number = before.item == after.item;
  const bool same_title = before.item_title == after.item_title;
  if (same_number && same_title && stands_under_the_same(before, after)) return {};
  std::string item = before.item.empty() ? "" : "item " + before.item;
  if (same_number && !same_title) item += ' ' + before.item_title;
  const std::string under = place_text(before);
  if (item.empty() && under.empty()) return "no item, entry or heading";
  return item.empty() || under.empty() ? item + under : fmt::format("{}{}{}", item, kGap, under);
}

std::string place_text(const Passage& passage) {
  std::string text;
  for (const std::string& heading : passage.headings) {
    text.append(text.empty() ? "" : kGap).append(heading);
  }
  if (!passage.entry.empty()) text.append(text.empty() ? "" : kGap).append(passage.entry);
  return text;
}

}  // namespace opsg::comparison
