#include "phrase_index.h"

#include <cassert>

namespace opsg::audit {

std::size_t PhraseIndex::add(std::span<const Word> phrase) {
  assert(!phrase.empty() && phrase.size() <= kLongestPhrase);
  std::uint64_t hash = 0;
  for (const Word& word : phrase) hash = extend(hash, word.hash);
  lengths_[phrase[0].hash] |= 1u << (phrase.size() - 1);
  std::uint32_t& number = phrases_[hash + phrase.size() - 1];
  if (number == 0) number = static_cast<std::uint32_t>(++count_);
  return number - 1;
}

}  // namespace opsg::audit
