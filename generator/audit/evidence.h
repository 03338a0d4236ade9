#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "hash_index.h"
#include "public_text.h"

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
  /// `program`: words of the theme and the program itself. Borrows the text.
  PublicWords(const PublicText& text, std::span<const Word> program);

  std::vector<Weight> weigh(std::span<const Word> words) const;

 private:
  Weight weigh_word(const Word& word) const;

  const PublicText& text_;
  HashIndex program_;
};

}  // namespace opsg::audit
