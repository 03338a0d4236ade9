#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "evidence.h"
#include "needle_key.h"
#include "phrase_filter.h"
#include "phrase_index.h"
#include "source_reading.h"

namespace opsg::audit {

/// Words of a withheld passage that cannot be in the output by chance.
struct Needle {
  std::uint32_t passage = 0;  ///< Index into SourceReading::withheld.
  std::uint32_t first = 0;    ///< Index into the passage's words.
  std::uint8_t length = 0;
  bool joints = false;    ///< Found only with the same characters between the words: file names.
  bool capitals = false;  ///< Found only as a name is written, and even where public prose has it.
};

/// All needles of a reading, and the one pass that finds them.
class Needles {
 public:
  /// `program`: words of the theme and the program. Borrows the reading.
  Needles(const SourceReading& reading, std::span<const Word> program, int jobs);

  /// Whether there is nothing to be found.
  bool empty() const { return entries_.empty(); }
  /// Of all of them. Where none of these is found in a text, none of the needles is.
  std::vector<NeedleKey> keys() const;
  /// Texts that hold none of its phrases hold none of the needles.
  PhraseFilter filter() const;

  /// Calls found(needle, position) for each needle that begins with one of the first `starts`
  /// words.
  template <class Found>
  void scan(std::span<const Word> words, std::size_t starts, Found found) const {
    const auto found_phrase = [&](std::size_t phrase, std::size_t at, std::size_t) {
      for (std::uint32_t i = by_phrase_[phrase]; i != kNone; i = entries_[i].next) {
        const Needle& needle = entries_[i].needle;
        if (matches(needle, words.subspan(at))) found(needle, at);
      }
    };
    phrases_.scan(words, starts, found_phrase);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Entry {
    Needle needle;
    std::uint32_t next = kNone;  ///< Of the same words.
    bool excused = false;        ///< Public text has these words as well.
  };

  void add(const Needle& needle);
  void enter(const Needle& needle, std::size_t phrase);
  NeedleKey key_of(const Needle& needle) const;
  void add_passage(std::uint32_t index, const PublicWords& known);
  std::span<const Word> words_of(const Needle& needle) const;
  /// Whether the second needle would be found nowhere but where the first one is.
  bool finds_all_of(const Needle& other, const Needle& needle) const;
  bool matches(const Needle& needle, std::span<const Word> words) const;
  void excuse_public(int jobs);
  void excuse_program(std::span<const Word> words);
  enum class Source { prose, other };
  void excuse(std::size_t phrase, Source source);
  void drop_excused();

  const SourceReading& reading_;
  PhraseIndex phrases_;
  std::vector<std::uint32_t> by_phrase_;
  std::vector<Entry> entries_;
};

}  // namespace opsg::audit
