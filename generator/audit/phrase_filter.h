#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "audit_words.h"
#include "hash_index.h"

namespace opsg::audit {

/// Tells which texts hold none of some phrases, by their first words alone: it errs towards finding
/// something.
class PhraseFilter {
  static constexpr std::size_t kLongest = 5;
  /// By how many of their first words phrases are known: as many as they have, or else fewer.
  static constexpr std::array<std::size_t, 3> kLengths = {1, 2, kLongest};

 public:
  /// For about so many phrases.
  explicit PhraseFilter(std::size_t phrases);

  /// Not empty.
  void add(std::span<const Word> phrase);

  /// The last words of a text that is read word by word.
  class Trail {
   public:
    /// The next word follows none of those before it.
    void restart() { sums_ = {}; }
    void add(std::uint64_t word) {
      for (std::size_t i = kLongest - 1; i > 0; --i) sums_[i] = sums_[i - 1] * kBase + word;
      sums_[0] = word;
    }

   private:
    friend class PhraseFilter;
    /// Of the last word, the last two and so on; of fewer words than that, any number.
    std::array<std::uint64_t, kLongest> sums_{};
  };

  /// Whether the last words of the trail may be the first ones of a phrase.
  bool may_begin(const Trail& trail) const {
    std::uint64_t marks = 0;
    for (std::size_t length : kLengths) marks |= mark(trail.sums_[length - 1]);
    return marks != 0 && is_known(trail);
  }

 private:
  static constexpr std::uint64_t kBase = 0x9DDFEA08EB382D69u;

  bool is_known(const Trail& trail) const;
  /// 1 for all sums that are known, and for few others.
  std::uint64_t mark(std::uint64_t sum) const {
    return marks_[sum >> shift_ >> 6] >> (sum >> shift_ & 63) & 1;
  }

  int shift_;
  std::vector<std::uint64_t> marks_;  ///< A bit for the highest bits of a sum.
  std::array<HashIndex, kLengths.size()> phrases_;
};

}  // namespace opsg::audit
