#include "item_numbers.h"

#include <string>
#include <vector>

#include "catch2.h"
#include "passage_fixture.h"

namespace opsg::comparison {
namespace {

using opsg::test::passage;

/// A passage of each item: "3 Reports".
std::vector<Passage> items(const std::vector<std::string>& titles) {
  std::vector<Passage> passages;
  for (const std::string& each : titles) {
    const std::size_t gap = each.find(' ');
    passages.push_back(passage("minutes", each.substr(0, gap), "text"));
    if (gap != std::string::npos) passages.back().item_title = each.substr(gap + 1);
  }
  return passages;
}

/// The number and title today of each item; "-" where there is none.
std::vector<std::string> today_of(const std::vector<std::string>& before,
                                  const std::vector<std::string>& after) {
  const std::vector<Passage> old = items(before), now = items(after);
  std::vector<const Passage*> old_refs, new_refs;
  for (const Passage& each : old) old_refs.push_back(&each);
  for (const Passage& each : now) new_refs.push_back(&each);
  const ItemNumbers found(old_refs, new_refs);
  std::vector<std::string> told;
  for (const Passage& each : old) {
    const Passage today = found.renumbered(each);
    told.push_back(!today.place_known         ? "-"
                   : today.item_title.empty() ? today.item
                                              : today.item + ' ' + today.item_title);
  }
  return told;
}

using Lines = std::vector<std::string>;

TEST_CASE("an item has the number of its title, else its own") {
  CHECK(today_of({"1 A", "2 B"}, {"1 A", "2 B"}) == Lines{"1 A", "2 B"});
  CHECK(today_of({"1 A", "2 B"}, {"1 New", "2 A", "3 B"}) == Lines{"2 A", "3 B"});
  CHECK(today_of({"1 A", "2 B"}, {"1 B"}) == Lines{"-", "1 B"});
  CHECK(today_of({"1 A", "2 B"}, {"1 B", "2 A"}) == Lines{"2 A", "1 B"});
  CHECK(today_of({"1 A", "2 B"}, {"1 A", "2 Retitled"}) == Lines{"1 A", "2 Retitled"});
  CHECK(today_of({"1 A", "2 B"}, {"3 C"}) == Lines{"-", "-"});
}

TEST_CASE("a title that comes twice tells nothing") {
  CHECK(today_of({"1 Update", "2 Update"}, {"1 Update", "3 Update"}) == Lines{"1 Update", "-"});
}

TEST_CASE("what stands outside of items stays there") {
  CHECK(today_of({"", "1"}, {"", "2"}) == Lines{"", "2"});
  CHECK(today_of({""}, {"1"}) == Lines{"-"});
}

}  // namespace
}  // namespace opsg::comparison
