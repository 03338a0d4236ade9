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
      if (const std::uint32_t lengths = lengths_.find(words[at].hash)) {
        scan_at(words.subspan(at), lengths, at, found);
      }
    }
  }

 private:
  static std::uint64_t extend(std::uint64_t hash, const Word& word) {
    return (hash ^ word.hash) * 0x9DDFEA08EB382D69u + (hash >> 29);
  }

  template <class Found>
  void scan_at(std::span<const Word> words, std::uint32_t lengths, std::size_t at,
               Found& found) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; lengths != 0 && i < words.size(); ++i, lengths >>= 1) {
      if (i > 0 && words[i].starts_run) return;
      hash = extend(hash, words[i]);
      if ((lengths & 1) == 0) continue;
      if (const std::uint32_t number = phrases_.find(hash + i)) found(number - 1, at, i + 1);
    }
  }

  HashIndex lengths_;  ///< First word -> the lengths of phrases that begin with it, bit 0 for 1.
  HashIndex phrases_;  ///< All words -> number + 1.
  std::size_t count_ = 0;
};

}  // namespace opsg::audit
