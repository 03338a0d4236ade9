#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "audit_words.h"
#include "hash_index.h"

namespace opsg::audit {

/// Finds phrases of up to kLongestPhrase words in a text of any length, all of them in one pass.
class PhraseIndex {
 public:
  static constexpr std::size_t kLongestPhrase = 16;

  /// The number of the phrase: the same for the same words, counted from 0. Phrases are neither
  /// empty nor longer than kLongestPhrase.
  std::size_t add(std::span<const Word> phrase);
  std::size_t size() const { return count_; }

  /// Calls found(number, position, length) for each phrase in the words, wherever one lies in one
  /// run.
  template <class Found>
  void scan(std::span<const Word> words, Found found) const {
    scan(words, words.size(), found);
  }

  /// The same for the phrases that begin with one of the first `starts` words.
  template <class Found>
  void scan(std::span<const Word> words, std::size_t starts, Found& found) const {
    for (std::size_t at = 0; at < starts; ++at) {
      const std::uint32_t lengths = lengths_from(words[at].hash);
      if (lengths == 0) continue;
      const std::span<const Word> rest = words.subspan(at);
      scan_at(
          lengths, rest.size(), [&](std::size_t i) { return rest[i].hash; },
          [&](std::size_t i) { return rest[i].starts_run; },
          [&](std::size_t number, std::size_t length) { found(number, at, length); });
    }
  }

  /// How long the phrases are that begin with a word of the hash: bit 0 stands for one word.
  std::uint32_t lengths_from(std::uint64_t hash) const { return lengths_.find(hash); }

  /// Calls found(number, length) for each phrase that the words begin with: `count` of them, of
  /// which hash_of(i) and starts_run(i) tell. `lengths`: what lengths_from() says of the first.
  template <class HashOf, class StartsRun, class Found>
  void scan_at(std::uint32_t lengths, std::size_t count, HashOf hash_of, StartsRun starts_run,
               Found found) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; lengths != 0 && i < count; ++i, lengths >>= 1) {
      if (i > 0 && starts_run(i)) return;
      hash = extend(hash, hash_of(i));
      if ((lengths & 1) == 0) continue;
      if (const std::uint32_t number = phrases_.find(hash + i)) found(number - 1, i + 1);
    }
  }

 private:
  static std::uint64_t extend(std::uint64_t hash, std::uint64_t word) {
    return (hash ^ word) * 0x9DDFEA08EB382D69u + (hash >> 29);
  }

  HashIndex lengths_;  ///< First word -> the lengths of phrases that begin with it, bit 0 for 1.
  HashIndex phrases_;  ///< All words -> number + 1.
  std::size_t count_ = 0;
};

}  // namespace opsg::audit
