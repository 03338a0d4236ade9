#include "document_alignment.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "item_numbers.h"
#include "passage_hash.h"
#include "passage_place.h"
#include "passage_similarity.h"

namespace opsg::comparison {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Comparing each with each is affordable up to here.
constexpr std::size_t kLongestRun = 64;

using Indices = std::vector<std::size_t>;

/// Equal passages of two versions; for each of the one its partner in the other, or kNone.
struct Partners {
  Indices of_before;
  Indices of_after;
};

std::string hash_before(const Passage& passage, const ItemNumbers& items) {
  return items.all_kept() ? passage_hash(passage) : passage_hash(items.renumbered(passage));
}

/// The first of equal passages belong together, then the second, and so on.
Partners find_partners(PassageRefs before, PassageRefs after) {
  Partners partners{Indices(before.size(), kNone), Indices(after.size(), kNone)};
  const ItemNumbers items(before, after);
  std::unordered_map<std::string, Indices> waiting;
  for (std::size_t i = before.size(); i-- > 0;) {
    waiting[hash_before(*before[i], items)].push_back(i);
  }
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto found = waiting.find(passage_hash(*after[j]));
    if (found == waiting.end() || found->second.empty()) continue;
    const std::size_t i = found->second.back();
    found->second.pop_back();
    partners.of_before[i] = j;
    partners.of_after[j] = i;
  }
  return partners;
}

/// Of passages of the later version that have partners, by their indices in order, the longest run
/// whose partners are in the same order.
Indices longest_kept_order(const Indices& matched, const Partners& partners) {
  Indices tails;  // Of runs by length, as places in `matched`.
  Indices previous(matched.size(), kNone);
  const auto partner = [&](std::size_t place) { return partners.of_after[matched[place]]; };
  for (std::size_t place = 0; place < matched.size(); ++place) {
    const auto at = std::partition_point(tails.begin(), tails.end(), [&](std::size_t tail) {
      return partner(tail) < partner(place);
    });
    if (at != tails.begin()) previous[place] = *(at - 1);
    at == tails.end() ? tails.push_back(place) : void(*at = place);
  }
  Indices kept;
  for (std::size_t place = tails.empty() ? kNone : tails.back(); place != kNone;
       place = previous[place]) {
    kept.push_back(matched[place]);
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

/// What of the document stands in the order that it stood in.
Indices anchors_of(const Partners& partners) {
  Indices matched;
  for (std::size_t j = 0; j < partners.of_after.size(); ++j) {
    if (partners.of_after[j] != kNone) matched.push_back(j);
  }
  return longest_kept_order(matched, partners);
}

/// What of an item's text stands before or behind other passages of it now. Where the item itself
/// stands does not count: its number and its title tell what it is.
Indices moved_in_items(PassageRefs after, const Partners& partners) {
  std::map<std::string_view, Indices> items;
  for (std::size_t j = 0; j < after.size(); ++j) {
    const bool counts = partners.of_after[j] != kNone && stands_in_text(*after[j]);
    if (counts) items[after[j]->item].push_back(j);
  }
  Indices moved;
  for (const auto& [item, matched] : items) {
    const Indices kept = longest_kept_order(matched, partners);
    std::set_difference(matched.begin(), matched.end(), kept.begin(), kept.end(),
                        std::back_inserter(moved));
  }
  std::sort(moved.begin(), moved.end());
  return moved;
}

/// Puts what moved where it stands now.
std::vector<AlignedChange> with_moved(std::vector<AlignedChange> changes, const Indices& moved,
                                      const Partners& partners) {
  std::vector<AlignedChange> all;
  auto next = moved.begin();
  const auto add_moved_before = [&](std::size_t end) {
    for (; next != moved.end() && *next < end; ++next) {
      all.push_back({partners.of_after[*next], *next, true});
    }
  };
  for (const AlignedChange& change : changes) {
    if (change.after) add_moved_before(*change.after);
    all.push_back(change);
  }
  add_moved_before(kNone);
  return all;
}

Indices unmatched(const Indices& partners, std::size_t begin, std::size_t end) {
  Indices found;
  for (std::size_t i = begin; i < end; ++i) {
    if (partners[i] == kNone) found.push_back(i);
  }
  return found;
}

/// Pairs two runs of passages between the same neighbours, so that the pairs resemble each other
/// as much as they can. Dynamic programming over both runs.
class RunAlignment {
 public:
  RunAlignment(PassageRefs before, PassageRefs after, std::span<const std::size_t> gone,
               std::span<const std::size_t> come)
      : gone_(gone), come_(come), width_(come.size() + 1), best_((gone.size() + 1) * width_) {
    std::vector<PassageWords> old_words, new_words;
    for (const std::size_t i : gone) old_words.emplace_back(*before[i]);
    for (const std::size_t j : come) new_words.emplace_back(*after[j]);
    for (std::size_t i = gone.size(); i-- > 0;) {
      for (std::size_t j = come.size(); j-- > 0;) {
        const double alike = similarity(old_words[i], new_words[j]);
        best(i, j) = {std::max({best(i + 1, j).score, best(i, j + 1).score}), false};
        const double paired = alike + best(i + 1, j + 1).score;
        if (alike >= kAlike && paired >= best(i, j).score) best(i, j) = {paired, true};
      }
    }
  }

  void append_to(std::vector<AlignedChange>& changes) {
    std::size_t i = 0, j = 0;
    while (i < gone_.size() || j < come_.size()) {
      const bool both = i < gone_.size() && j < come_.size();
      if (both && best(i, j).pair) {
        changes.push_back({gone_[i++], come_[j++], false});
      } else if (i < gone_.size() && (!both || best(i + 1, j).score >= best(i, j + 1).score)) {
        changes.push_back({gone_[i++], std::nullopt, false});
      } else {
        changes.push_back({std::nullopt, come_[j++], false});
      }
    }
  }

 private:
  struct Cell {
    double score = 0;
    bool pair = false;
  };

  Cell& best(std::size_t i, std::size_t j) { return best_[i * width_ + j]; }

  std::span<const std::size_t> gone_;
  std::span<const std::size_t> come_;
  std::size_t width_;
  std::vector<Cell> best_;
};

std::span<const std::size_t> part_of(const Indices& run, std::size_t begin) {
  const std::size_t from = std::min(begin, run.size());
  return std::span(run).subspan(from, std::min(kLongestRun, run.size() - from));
}

}  // namespace

std::vector<AlignedChange> align_document(PassageRefs before, PassageRefs after) {
  const Partners partners = find_partners(before, after);
  Indices anchors = anchors_of(partners);
  anchors.push_back(after.size());
  std::vector<AlignedChange> changes;
  std::size_t i = 0, j = 0;
  for (const std::size_t anchor : anchors) {
    const std::size_t end = anchor < after.size() ? partners.of_after[anchor] : before.size();
    const Indices gone = unmatched(partners.of_before, i, end);
    const Indices come = unmatched(partners.of_after, j, anchor);
    for (std::size_t at = 0; at < std::max(gone.size(), come.size()); at += kLongestRun) {
      RunAlignment(before, after, part_of(gone, at), part_of(come, at)).append_to(changes);
    }
    i = end + 1;
    j = anchor + 1;
  }
  const Indices moved = moved_in_items(after, partners);
  return moved.empty() ? changes : with_moved(std::move(changes), moved, partners);
}

}  // namespace opsg::comparison
