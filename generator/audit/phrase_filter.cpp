#include "phrase_filter.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace opsg::audit {
namespace {

constexpr std::size_t kFewestMarks = 4096;
constexpr std::size_t kMarks = 32;  ///< A phrase.

}  // namespace

PhraseFilter::PhraseFilter(std::size_t phrases) {
  const std::size_t marks = std::bit_ceil(std::max(kFewestMarks, kMarks * phrases));
  shift_ = 64 - std::countr_zero(marks);
  marks_.resize(marks / 64);
}

void PhraseFilter::add(std::span<const Word> phrase) {
  assert(!phrase.empty());
  std::size_t longest = 0;
  while (longest + 1 < kLengths.size() && kLengths[longest + 1] <= phrase.size()) ++longest;
  Trail trail;
  for (const Word& word : phrase.first(kLengths[longest])) trail.add(word.hash);
  const std::uint64_t sum = trail.sums_[kLengths[longest] - 1];
  marks_[sum >> shift_ >> 6] |= std::uint64_t{1} << (sum >> shift_ & 63);
  phrases_[longest][sum] = 1;
}

bool PhraseFilter::is_known(const Trail& trail) const {
  for (std::size_t i = 0; i < kLengths.size(); ++i) {
    if (phrases_[i].find(trail.sums_[kLengths[i] - 1]) != 0) return true;
  }
  return false;
}

}  // namespace opsg::audit
