#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "letters.h"
#include "mapped_text.h"
#include "word_hash.h"

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

/// Cuts text into words.
class WordReader {
 public:
  /// Reads UTF-8 up to the first of the stops, and returns how many bytes it has read. `offset`:
  /// the place of the first byte, from which those of words are counted. Apostrophes and invisible
  /// characters inside a word do not end it; bytes that are no UTF-8 are read as
  /// code points of their own.
  std::size_t read(std::string_view utf8, std::uint32_t offset, const Stops& stops);
  void read(std::string_view utf8, std::uint32_t offset);
  /// So many bytes are to be read next: makes room for their words.
  void expect(std::size_t bytes);
  /// What stands for white space between words.
  void put_space() { put_separator(U' '); }
  /// Ends a run: the next word has no neighbour before it.
  void end_run();

  /// Whole words that were read and neither taken nor dropped.
  std::span<const Word> words() const { return words_; }
  /// Forgets the first words.
  void drop(std::size_t count);
  /// All words, the last one ended.
  std::vector<Word> take();

 private:
  std::size_t read_ascii_letters(std::string_view text, std::size_t at, std::uint32_t offset,
                                 const Stops& stops);
  std::size_t read_code_point(std::string_view text, std::size_t at, std::uint32_t offset);
  void put_letter(char32_t c, std::uint32_t begin, std::uint32_t end);
  void put_separator(char32_t c);
  void put_joint(char joint);
  void begin_word(char32_t first, std::uint32_t begin);
  void end_word();

  std::vector<Word> words_;
  Word word_;
  WordHash hash_;  ///< Of the word.
  bool in_word_ = false;
  bool run_starts_ = true;
  char joint_ = 0;          ///< Of the next word, as far as it has been read.
  bool separated_ = false;  ///< From the last word.
  std::uint32_t tail_ = 0;  ///< The last two letters, for ordinals.
};

/// The words of a text as one run, its escapes undone, with the bytes of the file that they stand
/// at.
std::vector<Word> words_of(const MappedText& text);
/// The same of a text that is no part of a file: where the words stand is not told.
std::vector<Word> words_of(std::string_view text);

/// The hash of a single word.
std::uint64_t word_hash(std::string_view word);

/// Numbers, ordinals, months, week days and what else stands in dates: words that a page may show
/// anywhere without having them from a source.
bool is_number_or_date(const Word& word);

/// An id of one word: "INC000000661032", a long number; not "10am".
bool is_code(const Word& word);

}  // namespace opsg::audit
