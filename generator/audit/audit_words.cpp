#include "audit_words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace opsg::audit {
namespace {

constexpr std::uint64_t kFnvBasis = 0xCBF29CE484222325u;
constexpr std::uint64_t kFnvPrime = 0x100000001B3u;

constexpr std::uint64_t hash_step(std::uint64_t hash, char32_t c) {
  return (hash ^ c) * kFnvPrime;
}

bool is_in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_digit(char32_t c) {
  return is_in(c, U'0', U'9');
}

/// Latin, Greek and Cyrillic; other scripts have no case or are not told apart by it.
char32_t fold(char32_t c) {
  if (is_in(c, U'A', U'Z')) return c + 32;
  if (c < 0xC0) return c;
  if (is_in(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (is_in(c, 0x139, 0x148) || is_in(c, 0x179, 0x17E)) return c + (c & 1);
  if (is_in(c, 0x100, 0x177)) return c | 1;
  if (c == 0x178) return 0xFF;
  if (is_in(c, 0x391, 0x3A9) || is_in(c, 0x410, 0x42F)) return c + 32;
  if (is_in(c, 0x400, 0x40F)) return c + 80;
  return c;
}

bool is_space(char32_t c) {
  return c == U' ' || is_in(c, U'\t', U'\r') || c == 0xA0 || c == 0x202F || c == 0x3000 ||
         is_in(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029;
}

/// Soft hyphens, joiners, direction marks and variation selectors.
bool is_invisible(char32_t c) {
  return c == 0xAD || is_in(c, 0x200B, 0x200F) || is_in(c, 0x202A, 0x202E) ||
         is_in(c, 0x2060, 0x206F) || is_in(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_in(c | 0x20, U'a', U'z') || is_digit(c);
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool punctuation = c == 0xD7 || c == 0xF7 || is_in(c, 0x2000, 0x206F) ||
                           is_in(c, 0x2190, 0x2BFF) || is_in(c, 0x3000, 0x303F) ||
                           is_in(c, 0xFE00, 0xFE0F) || c == 0xFEFF || c == 0xFFFD;
  return !punctuation;
}

constexpr std::uint32_t tail(char a, char b) {
  return static_cast<std::uint32_t>(a) << 8 | static_cast<std::uint32_t>(b);
}

bool ends_ordinal(std::uint32_t two_letters) {
  constexpr std::array kTails = {tail('s', 't'), tail('n', 'd'), tail('r', 'd'), tail('t', 'h')};
  return std::find(kTails.begin(), kTails.end(), two_letters) != kTails.end();
}

void count(std::uint8_t& counter) {
  if (counter < std::numeric_limits<std::uint8_t>::max()) ++counter;
}

constexpr std::uint64_t ascii_hash(std::string_view word) {
  std::uint64_t hash = kFnvBasis;
  for (char c : word) hash = hash_step(hash, static_cast<unsigned char>(c));
  return hash;
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

/// Length of the UTF-8 sequence that begins with `lead`, by the lead alone.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0xC2 || lead > 0xF4) return 1;
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

}  // namespace

void WordReader::put(char32_t c, std::uint32_t begin, std::uint32_t end) {
  if (is_letter(c)) return put_letter(c, begin, end);
  if (is_invisible(c) || (in_word_ && is_apostrophe(c))) return;
  put_separator(c);
}

void WordReader::put_letter(char32_t c, std::uint32_t begin, std::uint32_t end) {
  if (!in_word_) {
    word_ = Word{kFnvBasis, begin};
    word_.joint = separators_ == 0 && spaces_ ? ' ' : separators_ == 1 && !spaces_ ? joint_ : '\0';
    word_.starts_run = std::exchange(run_starts_, false);
    word_.zero_led = c == U'0';
    word_.digit_led = is_digit(c);
    word_.capital = fold(c) != c;
    in_word_ = true;
  }
  const char32_t folded = fold(c);
  word_.hash = hash_step(word_.hash, folded);
  word_.end = end;
  count(is_digit(c) ? word_.digits : word_.letters);
  tail_ = (tail_ << 8 | (folded & 0xFF)) & 0xFFFF;
}

void WordReader::put_separator(char32_t c) {
  end_word();
  if (is_space(c)) {
    spaces_ = true;
  } else {
    ++separators_;
    joint_ = c < 0x80 ? static_cast<char>(c) : '\0';
  }
}

void WordReader::end_word() {
  if (!std::exchange(in_word_, false)) return;
  word_.is_ordinal = word_.digits > 0 && word_.letters == 2 && ends_ordinal(tail_);
  words_.push_back(word_);
  separators_ = 0;
  spaces_ = false;
}

void WordReader::end_run() {
  end_word();
  run_starts_ = true;
}

std::vector<Word> WordReader::take() {
  end_run();
  return std::move(words_);
}

void read_words(const MappedText& text, std::size_t begin, std::size_t end, WordReader& reader) {
  for (std::size_t i = begin; i < end;) {
    const auto lead = static_cast<unsigned char>(text.bytes[i]);
    const std::size_t length = std::min(sequence_length(lead), end - i);
    char32_t c = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length; ++k) {
      c = c << 6 | (static_cast<unsigned char>(text.bytes[i + k]) & 0x3Fu);
    }
    reader.put(c, text.origin(i), text.origin(i + length - 1) + 1);
    i += length;
  }
}

std::vector<Word> words_of(MappedText text) {
  WordReader reader;
  text = decode_escapes(std::move(text));
  read_words(text, 0, text.bytes.size(), reader);
  return reader.take();
}

std::vector<Word> words_of(std::string_view text) {
  return words_of(whole_text(text));
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
