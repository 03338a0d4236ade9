#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "mapped_text.h"

namespace opsg::audit {

/// A run of letters and digits, case-folded and hashed. What stands between words counts for
/// nothing but `joint`, so that quotes, dashes and line breaks cannot hide a passage.
struct Word {
  std::uint64_t hash = 0;
  std::uint32_t begin = 0;  ///< Bytes of the file in which it stands.
  std::uint32_t end = 0;
  /// The only character between the word and the one before it; ' ' for any white space, 0 for
  /// anything longer.
  char joint = 0;
  std::uint8_t letters = 0;
  std::uint8_t digits = 0;
  bool starts_run : 1 = false;  ///< Nothing before it is its neighbour.
  bool capital : 1 = false;
  bool zero_led : 1 = false;    ///< "006"
  bool digit_led : 1 = false;   ///< "10am"
  bool is_ordinal : 1 = false;  ///< "26th"
};

/// Cuts text into words, one code point after another.
class WordReader {
 public:
  /// A code point that stands at these bytes of the file. Apostrophes and invisible characters
  /// inside a word do not end it.
  void put(char32_t c, std::uint32_t begin, std::uint32_t end);
  /// Ends a run: the next word has no neighbour before it.
  void end_run();
  std::vector<Word> take();

 private:
  void put_letter(char32_t c, std::uint32_t begin, std::uint32_t end);
  void put_separator(char32_t c);
  void end_word();

  std::vector<Word> words_;
  Word word_;
  bool in_word_ = false;
  bool run_starts_ = true;
  char joint_ = 0;
  int separators_ = 0;  ///< Since the last word, white space not counted.
  bool spaces_ = false;
  std::uint32_t tail_ = 0;  ///< The last two letters, for ordinals.
};

/// Reads bytes [begin, end) of UTF-8 into the reader; bytes that are none count as letters of their
/// own.
void read_words(const MappedText& text, std::size_t begin, std::size_t end, WordReader& reader);

/// The words of a text as one run, its escapes undone.
std::vector<Word> words_of(MappedText text);
std::vector<Word> words_of(std::string_view text);

/// The hash of a single word.
std::uint64_t word_hash(std::string_view word);

/// Numbers, ordinals, months, week days and what else stands in dates: words that a page may show
/// anywhere without having them from a source.
bool is_number_or_date(const Word& word);

/// An id of one word: "INC000000661032", a long number; not "10am".
bool is_code(const Word& word);

}  // namespace opsg::audit
