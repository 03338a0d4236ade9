#include "audit_words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "escapes.h"

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

/// Lower case for letters and digits of ASCII, 0 for all else.
constexpr auto kFolded = [] {
  std::array<unsigned char, 256> folded{};
  for (unsigned char c = '0'; c <= '9'; ++c) folded[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) folded[c] = folded[c - 32u] = c;
  return folded;
}();

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;  ///< In bytes.
};

/// The first one of the text, or its first byte where that begins none.
CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const CodePoint single{lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return single;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (text.size() < length) return single;
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return single;
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  return {value, length};
}

void count(std::uint8_t& counter, std::size_t more) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint8_t>::max();
  counter = static_cast<std::uint8_t>(std::min(kMost, counter + more));
}

std::vector<Word> words_without_escapes(const MappedText& text) {
  WordReader reader;
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
    if (kFolded[c] != 0) {
      at = read_ascii_letters(utf8, at, offset);
    } else if (c == ' ') {
      end_word();
      spaces_ = true;
      ++at;
    } else if (c >= 0x80) {
      at = read_code_point(utf8, at, offset);
    } else {
      if (stops[c]) return at;
      if (!in_word_ || !is_apostrophe(c)) put_separator(c);
      ++at;
    }
  }
  return at;
}

void WordReader::read(std::string_view utf8, std::uint32_t offset) {
  constexpr Stops kNoStops{};
  read(utf8, offset, kNoStops);
}

/// As put_letter does, for all of them at once. Returns where they end.
std::size_t WordReader::read_ascii_letters(std::string_view text, std::size_t at,
                                           std::uint32_t offset) {
  const std::size_t begin = at;
  if (!in_word_) {
    begin_word(static_cast<unsigned char>(text[at]), offset + static_cast<std::uint32_t>(at));
  }
  std::uint64_t hash = word_.hash;
  std::size_t digits = 0;
  for (; at < text.size(); ++at) {
    const unsigned char folded = kFolded[static_cast<unsigned char>(text[at])];
    if (folded == 0) break;
    hash = hash_step(hash, folded);
    digits += folded <= '9';
  }
  word_.hash = hash;
  word_.end = offset + static_cast<std::uint32_t>(at);
  const auto letter = [&](std::size_t i) -> std::uint32_t {
    return kFolded[static_cast<unsigned char>(text[i])];
  };
  tail_ = (at - begin > 1 ? letter(at - 2) : tail_ & 0xFF) << 8 | letter(at - 1);
  if (digits > 0) count(word_.digits, digits);
  count(word_.letters, at - begin - digits);
  return at;
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
  word_ = Word{kFnvBasis, begin};
  word_.joint = separators_ == 0 && spaces_ ? ' ' : separators_ == 1 && !spaces_ ? joint_ : '\0';
  word_.starts_run = std::exchange(run_starts_, false);
  word_.zero_led = first == U'0';
  word_.digit_led = is_digit(first);
  word_.capital = fold(first) != first;
  in_word_ = true;
}

void WordReader::put_letter(char32_t c, std::uint32_t begin, std::uint32_t end) {
  if (!in_word_) begin_word(c, begin);
  const char32_t folded = fold(c);
  word_.hash = hash_step(word_.hash, folded);
  word_.end = end;
  count(is_digit(c) ? word_.digits : word_.letters, 1);
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
