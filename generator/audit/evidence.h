#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "passages.h"
#include "phrase_index.h"

namespace opsg::audit {

/// What a word of a withheld passage proves where it is found in the output.
enum class Weight : std::uint8_t {
  none,     ///< Numbers, dates, the theme's words, whole public values: found anywhere.
  common,   ///< A word that public text has: its neighbours must tell.
  foreign,  ///< A word that no public text has.
};

/// The words that are public, by which those of withheld passages are weighed.
class PublicWords {
 public:
  /// `program`: words of the theme and the program itself.
  PublicWords(const SourceReading& reading, std::span<const Word> program);

  bool knows(const Word& word) const { return known_.find(word.hash) != 0; }
  std::vector<Weight> weigh(std::span<const Word> words) const;

 private:
  Weight weigh_word(const Word& word) const;

  HashIndex known_;  ///< 1: of a source; 2: of the program.
  PhraseIndex atoms_;
};

}  // namespace opsg::audit
