#include "list_starts.h"

#include <string>
#include <string_view>
#include <vector>

namespace opsg::restricted {
namespace {

/// The digits before an item's mark; none of a bullet.
std::string_view digits_of(const BlockTree& tree, std::size_t item) {
  const std::string_view text = tree.lines().text().substr(tree[item].offset);
  return text.substr(0, text.find_first_not_of("0123456789"));
}

int number_of(std::string_view digits) {
  int number = 0;  // CommonMark has nine digits at the most.
  for (const char digit : digits) number = 10 * number + (digit - '0');
  return number;
}

std::size_t depth_of(const BlockTree& tree, std::size_t block) {
  std::size_t depth = 0;
  for (; block != 0; block = tree[block].parent) ++depth;
  return depth;
}

/// Where a list ends that may be gone on with: as it is written, and as its readers see it.
struct Numbering {
  int written = 0;
  int shown = 0;
};

class ListNumbers {
 public:
  ListNumbers(const BlockTree& tree, const Withholding& withheld, const Region& region)
      : tree_(tree), withheld_(withheld), region_(region) {}

  /// The number that the list begins with for its readers. Lists are to be asked for in order.
  int shown_start(std::size_t list) {
    const std::size_t depth = depth_of(tree_, list);
    if (next_.size() <= depth) next_.resize(depth + 1);
    Numbering& next = next_[depth];
    const int written = number_of(digits_of(tree_, list + 1));
    const bool goes_on = written > 1 && written == next.written;
    const int shown = goes_on ? next.shown : is_kept(list + 1) ? written : 1;
    next = {written, shown};
    for (std::size_t item = list + 1; item < tree_.size(); item = tree_.next_sibling(item)) {
      ++next.written;
      if (is_kept(item)) ++next.shown;
    }
    return shown;
  }

 private:
  bool is_kept(std::size_t item) const {
    return item >= region_.first_block && item < region_.end_block && !withheld_.blocks[item];
  }

  const BlockTree& tree_;
  const Withholding& withheld_;
  const Region& region_;
  std::vector<Numbering> next_;  ///< Of the latest list of each depth.
};

}  // namespace

ListStarts::ListStarts(const BlockTree& tree, const Withholding& withheld, const Region& region) {
  ListNumbers numbers(tree, withheld, region);
  for (std::size_t list = 0; list < region.end_block; ++list) {
    if (!tree[list].ordered || !tree.has_children(list)) continue;
    const int start = numbers.shown_start(list);
    const std::size_t item = first_kept_item(tree, withheld, list);
    if (list < region.first_block || withheld.blocks[list] || item == tree.size()) continue;
    const std::string_view digits = digits_of(tree, item);
    const bool fits = std::to_string(start).size() <= digits.size();
    if (start != number_of(digits)) starts_.emplace(list, fits ? start : 1);
  }
}

std::optional<int> ListStarts::of(std::size_t list) const {
  const auto found = starts_.find(list);
  return found == starts_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t first_kept_item(const BlockTree& tree, const Withholding& withheld, std::size_t list) {
  std::size_t item = list + 1;
  while (item < tree.size() && withheld.blocks[item]) item = tree.next_sibling(item);
  return item;
}

}  // namespace opsg::restricted
