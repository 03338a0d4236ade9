#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "letters.h"
#include "phrase_filter.h"
#include "word_hash.h"

namespace opsg::audit {

/// Cuts a text into the words that a `WordReader` makes of it, and keeps none of them: all it tells
/// is whether one of the filter's phrases may be there.
class HastyWords {
 public:
  /// Borrows the filter.
  explicit HastyWords(const PhraseFilter& filter) : filter_(&filter) {}

  std::size_t read(std::string_view utf8, std::uint32_t offset, const Stops& stops);
  void read(std::string_view utf8, std::uint32_t offset);
  void put_space() { end_word(); }
  void end_run();

  bool may_hold_phrase() const { return may_hold_phrase_; }

 private:
  std::size_t add_letters(std::string_view text, const Stops& stops);
  std::size_t add_code_point(std::string_view text);
  void end_word();
  void put(std::uint64_t word);

  const PhraseFilter* filter_;
  PhraseFilter::Trail trail_;
  WordHash hash_;  ///< Of the word that is being read.
  bool in_word_ = false;
  bool may_hold_phrase_ = false;
};

}  // namespace opsg::audit
