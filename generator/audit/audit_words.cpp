#include "audit_words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "escapes.h"
#include "letters.h"

namespace opsg::audit {
namespace {

constexpr std::uint32_t tail(char a, char b) {
  return static_cast<std::uint32_t>(a) << 8 | static_cast<std::uint32_t>(b);
}

bool ends_ordinal(std::uint32_t two_letters) {
  constexpr std::array kTails = {tail('s', 't'), tail('n', 'd'), tail('r', 'd'), tail('t', 'h')};
  return std::find(kTails.begin(), kTails.end(), two_letters) != kTails.end();
}

constexpr std::uint64_t ascii_hash(std::string_view word) {
  WordHash hash;
  for (char c : word) hash.add(static_cast<unsigned char>(c));
  return hash.value();
}

constexpr std::array<std::string_view, 47> kDateWords = {
    "january",   "february", "march",     "april",    "may",    "june",     "july",   "august",
    "september", "october",  "november",  "december", "jan",    "feb",      "mar",    "apr",
    "jun",       "jul",      "aug",       "sep",      "sept",   "oct",      "nov",    "dec",
    "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue",       "tues",     "wed",       "thu",      "thurs",  "fri",      "sat",    "sun",
    "am",        "pm",       "tbc",       "n",        "a",      "na",       "gmt"};

constexpr auto kDateHashes = [] {
  std::array<std::uint64_t, kDateWords.size()> hashes{};
  std::transform(kDateWords.begin(), kDateWords.end(), hashes.begin(), ascii_hash);
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}();

/// As far as a word counts its letters.
std::uint8_t counted(std::size_t letters) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint8_t>::max();
  return static_cast<std::uint8_t>(std::min(kMost, letters));
}

/// The last two letters of ASCII, in lower case.
std::uint32_t folded_pair(std::string_view letters) {
  std::uint32_t pair = 0;
  for (char c : letters.substr(letters.size() - std::min<std::size_t>(letters.size(), 2))) {
    pair = pair << 8 | kFoldedAscii[static_cast<unsigned char>(c)];
  }
  return pair;
}

std::vector<Word> words_without_escapes(const MappedText& text) {
  WordReader reader;
  reader.expect(text.bytes.size());
  reader.read(text.bytes, 0);
  std::vector<Word> words = reader.take();
  for (Word& word : words) {
    word.begin = text.origin(word.begin);
    word.end = text.origin(word.end - 1) + 1;
  }
  return words;
}

}  // namespace

std::size_t WordReader::read(std::string_view utf8, std::uint32_t offset, const Stops& stops) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    const auto c = static_cast<unsigned char>(utf8[at]);
    if (kFoldedAscii[c] != 0 && !in_word_) {
      at = read_ascii_letters(utf8, at, offset, stops);
    } else if (c >= 0x80 || kFoldedAscii[c] != 0) {
      at = read_code_point(utf8, at, offset);
    } else {
      if (stops[c]) return at;
      if (!in_word_ || c != '\'') put_joint(is_white_space(c) ? ' ' : static_cast<char>(c));
      ++at;
    }
  }
  return at;
}

void WordReader::read(std::string_view utf8, std::uint32_t offset) {
  constexpr Stops kNoStops{};
  read(utf8, offset, kNoStops);
}

/// As put_letter does, for all the letters that a word begins with, and end_word, where the word
/// ends here for certain. Returns where they end.
std::size_t WordReader::read_ascii_letters(std::string_view text, std::size_t at,
                                           std::uint32_t offset, const Stops& stops) {
  LetterBlock block = letter_block(text.substr(at));
  WordHash hash;
  hash.add(block);
  std::size_t digits = block.digits;
  std::size_t end = at + block.count;
  while (block.count == LetterBlock::kMost) {
    block = letter_block(text.substr(end));
    hash.add(block);
    digits += block.digits;
    end += block.count;
  }
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t letters = end - at - digits;
  const Word word = {.hash = hash.value(),
                     .begin = offset + static_cast<std::uint32_t>(at),
                     .end = offset + static_cast<std::uint32_t>(end),
                     .joint = joint_,
                     .letters = counted(letters),
                     .digits = counted(digits),
                     .starts_run = std::exchange(run_starts_, false),
                     .capital = is_in(first, U'A', U'Z'),
                     .zero_led = first == '0',
                     .digit_led = is_digit(first)};
  if (digits == 0 && end < text.size() && ends_word(text[end], stops)) {
    words_.push_back(word);
    joint_ = '\0';
    separated_ = false;
    return end;
  }
  word_ = word;
  hash_ = hash;
  // Of ordinals alone, whose letters are the last.
  tail_ = digits > 0 ? folded_pair(text.substr(at, end - at)) : 0;
  in_word_ = true;
  return end;
}

std::size_t WordReader::read_code_point(std::string_view text, std::size_t at,
                                        std::uint32_t offset) {
  const CodePoint c = first_code_point(text.substr(at));
  const std::size_t end = at + c.length;
  if (is_letter(c.value)) {
    put_letter(c.value, offset + static_cast<std::uint32_t>(at),
               offset + static_cast<std::uint32_t>(end));
  } else if (!is_invisible(c.value) && !(in_word_ && is_apostrophe(c.value))) {
    put_separator(c.value);
  }
  return end;
}

void WordReader::begin_word(char32_t first, std::uint32_t begin) {
  hash_ = {};
  word_ = Word{0, begin};
  word_.joint = joint_;
  word_.starts_run = std::exchange(run_starts_, false);
  word_.zero_led = first == U'0';
  word_.digit_led = is_digit(first);
  word_.capital = fold(first) != first;
  in_word_ = true;
}

void WordReader::put_letter(char32_t c, std::uint32_t begin, std::uint32_t end) {
  if (!in_word_) begin_word(c, begin);
  const char32_t folded = fold(c);
  hash_.add(folded);
  word_.end = end;
  std::uint8_t& counter = is_digit(c) ? word_.digits : word_.letters;
  counter = counted(counter + std::size_t{1});
  tail_ = (tail_ << 8 | (folded & 0xFF)) & 0xFFFF;
}

void WordReader::put_separator(char32_t c) {
  put_joint(is_white_space(c) ? ' ' : c < 0x80 ? static_cast<char>(c) : '\0');
}

void WordReader::put_joint(char joint) {
  end_word();
  joint_ = !separated_ || (joint == ' ' && joint_ == ' ') ? joint : '\0';
  separated_ = true;
}

void WordReader::end_word() {
  if (!std::exchange(in_word_, false)) return;
  word_.hash = hash_.value();
  word_.is_ordinal = word_.digits > 0 && word_.letters == 2 && ends_ordinal(tail_);
  words_.push_back(word_);
  joint_ = '\0';
  separated_ = false;
}

void WordReader::end_run() {
  end_word();
  run_starts_ = true;
}

void WordReader::expect(std::size_t bytes) {
  constexpr std::size_t kBytes = 5;  // of a word and what parts it from the next
  words_.reserve(words_.size() + bytes / kBytes + 1);
}

void WordReader::drop(std::size_t count) {
  words_.erase(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(count));
}

std::vector<Word> WordReader::take() {
  end_run();
  return std::move(words_);
}

std::vector<Word> words_of(const MappedText& text) {
  if (next_escape(text.bytes, 0) != text.bytes.size())
    return words_without_escapes(decode_escapes(text));
  return words_without_escapes(text);
}

std::vector<Word> words_of(std::string_view text) {
  WordReader reader;
  if (next_escape(text, 0) == text.size()) {
    reader.read(text, 0);
  } else {
    reader.read(decode_escapes(whole_text(text)).bytes, 0);
  }
  return reader.take();
}

std::uint64_t word_hash(std::string_view word) {
  const std::vector<Word> words = words_of(word);
  return words.empty() ? 0 : words.front().hash;
}

bool is_number_or_date(const Word& word) {
  return word.letters == 0 || word.is_ordinal ||
         std::binary_search(kDateHashes.begin(), kDateHashes.end(), word.hash);
}

bool is_code(const Word& word) {
  if (word.is_ordinal) return false;
  const bool mixed =
      word.letters >= 2 && word.digits >= 2 && (!word.digit_led || word.letters + word.digits >= 6);
  // Eight digits are more often a date, which calendars write like this.
  const bool long_number = word.letters == 0 && word.digits >= 6 && word.digits != 8;
  return mixed || long_number;
}

}  // namespace opsg::audit
