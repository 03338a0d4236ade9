#include "document_alignment.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "item_numbers.h"
#include "passage_hash.h"
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

/// The indices into `after` of the longest run of partners that are in the same order in both: the
/// others have moved.
Indices anchors_of(const Partners& partners) {
  Indices tails;  // Of runs by length, as indices.
  Indices previous(partners.of_after.size(), kNone);
  for (std::size_t j = 0; j < partners.of_after.size(); ++j) {
    const std::size_t i = partners.of_after[j];
    if (i == kNone) continue;
    const auto at = std::partition_point(
        tails.begin(), tails.end(), [&](std::size_t tail) { return partners.of_after[tail] < i; });
    if (at != tails.begin()) previous[j] = *(at - 1);
    at == tails.end() ? tails.push_back(j) : void(*at = j);
  }
  Indices anchors;
  for (std::size_t j = tails.empty() ? kNone : tails.back(); j != kNone; j = previous[j]) {
    anchors.push_back(j);
  }
  std::reverse(anchors.begin(), anchors.end());
  return anchors;
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
        changes.push_back({gone_[i++], come_[j++]});
      } else if (i < gone_.size() && (!both || best(i + 1, j).score >= best(i, j + 1).score)) {
        changes.push_back({gone_[i++], std::nullopt});
      } else {
        changes.push_back({std::nullopt, come_[j++]});
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
  return changes;
}

}  // namespace opsg::comparison
