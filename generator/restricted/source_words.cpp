#include "source_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

#include "ascii.h"
#include "letter_folding.h"
#include "look_alike.h"
#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::size_t kLongestReference = 32;
constexpr std::size_t kPercentLength = 3;
constexpr std::size_t kAsciiCount = 0x80;

/// A character reference of Markdown is one separator, "&nbsp;" above all.
std::size_t entity_length(std::string_view text) {
  if (text.empty() || text[0] != '&') return 0;
  const auto end = text.substr(0, kLongestReference).find_first_of("; \n\t&", 1);
  return end != std::string_view::npos && end > 1 && text[end] == ';' ? end + 1 : 0;
}

/// `%20` in an address, of ASCII (RFC 3986, 2.1). Any other reads as what it is written as.
std::optional<char32_t> percent_encoded(std::string_view text) {
  if (text.size() < kPercentLength || text[0] != '%') return std::nullopt;
  unsigned value = 0;
  const char* end = text.data() + kPercentLength;
  const auto [stopped, error] = std::from_chars(text.data() + 1, end, value, 16);
  if (error != std::errc{} || stopped != end || value >= kAsciiCount) return std::nullopt;
  return value;
}

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

constexpr bool joins_words(char32_t c) {
  constexpr std::u32string_view kJoining = U" \t\r\n*_~'\\>-\u00A0\u2010\u2011\u2018\u2019\u202F";
  return kJoining.find(c) != std::u32string_view::npos;
}

constexpr std::array<bool, kAsciiCount> kAsciiJoinsWords = [] {
  std::array<bool, kAsciiCount> joins{};
  for (char32_t c = 0; c < kAsciiCount; ++c) joins[c] = joins_words(c);
  return joins;
}();

/// In small letters; zero where the character belongs to no word.
constexpr std::array<char, 256> kAsciiWordLetters = [] {
  std::array<char, 256> letters{};
  for (unsigned char c = '0'; c <= '9'; ++c) letters[c] = static_cast<char>(c);
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    letters[c] = letters[static_cast<unsigned char>(c - ('a' - 'A'))] = static_cast<char>(c);
  }
  return letters;
}();

char ascii_word_letter(char c) {
  return kAsciiWordLetters[static_cast<unsigned char>(c)];
}

/// The ASCII letter of which the character is a form in other type: fullwidth, mathematical,
/// raised.
char32_t plain_form(char32_t c) {
  constexpr char32_t kFirstForm = 0x1D00;
  return c < kFirstForm ? c : look_alike_of(c);
}

class WordReader {
 public:
  WordReader(std::string_view text, std::uint32_t line, std::uint32_t column)
      : text_(text), line_(line), column_(column) {}

  std::vector<SourceWord> read() {
    constexpr std::size_t kUsualDistance = 6;  // From one word to the next.
    words_.reserve(text_.size() / kUsualDistance);
    while (!text_.empty()) {
      if (ascii_word_letter(text_.front()) != 0) {
        take_ascii_letters();
      } else if (text_.front() == ' ') {
        take_space();
      } else {
        take_character();
      }
    }
    return std::move(words_);
  }

 private:
  void take_ascii_letters() {
    if (!inside_) begin_word(static_cast<unsigned char>(text_.front()));
    const auto* end =
        std::find_if(text_.begin(), text_.end(), [](char c) { return ascii_word_letter(c) == 0; });
    SourceWord& word = words_.back();
    const std::size_t before = word.text.size();
    word.text.append(text_.begin(), end);
    std::transform(text_.begin(), end, word.text.begin() + static_cast<std::ptrdiff_t>(before),
                   ascii_word_letter);
    const auto length = static_cast<std::uint32_t>(end - text_.begin());
    text_.remove_prefix(length);
    column_ += length;
    word.length = column_ - word.column;
  }

  /// As separate() and advance() do.
  void take_space() {
    inside_ = false;
    text_.remove_prefix(1);
    ++column_;
  }

  void take_character() {
    if (const auto encoded = percent_encoded(text_)) {
      return take(is_word_character(*encoded) ? *encoded : U' ', kPercentLength);
    }
    const std::size_t entity = entity_length(text_);
    const std::size_t length = entity ? entity : character_length(text_);
    take(entity ? U' ' : first_character(length), length);
  }

  void take(char32_t c, std::size_t length) {
    if (is_invisible(c)) {
      // No part of a word, and no end of one.
    } else if (is_word_character(c)) {
      add_to_word(c, static_cast<std::uint32_t>(length));
    } else {
      separate(c);
    }
    text_.remove_prefix(length);
    advance(c, static_cast<std::uint32_t>(length));
  }

  char32_t first_character(std::size_t length) const {
    const auto lead = static_cast<unsigned char>(text_.front());
    return lead < kAsciiCount && length == 1 ? lead : decode_utf8(text_.substr(0, length))[0];
  }

  void add_to_word(char32_t c, std::uint32_t length) {
    if (!inside_) begin_word(c);
    SourceWord& word = words_.back();
    if (const char32_t folded = fold_letter(plain_form(c))) append_utf8(word.text, folded);
    word.length = column_ + length - word.column;
  }

  void begin_word(char32_t c) {
    const char32_t plain = plain_form(c);
    words_.push_back({{}, line_, column_, 0, gap_, is_ascii_upper(plain)});
    inside_ = true;
    line_is_blank_ = false;
    gap_ = WordGap::joined;
  }

  void separate(char32_t c) {
    inside_ = false;
    if (c == '\n') {
      if (line_is_blank_) gap_ = WordGap::paragraph;
      line_is_blank_ = true;
      return;
    }
    gap_ = std::max(gap_, gap_made_by(c));
    const bool keeps_line_blank = c == ' ' || c == '\t' || c == '\r' || c == '>';
    line_is_blank_ = line_is_blank_ && keeps_line_blank;
  }

  WordGap gap_made_by(char32_t c) const {
    const bool list_marker = line_is_blank_ && (c == '-' || c == '*' || c == '+') &&
                             text_.size() > 1 && (text_[1] == ' ' || text_[1] == '\t');
    if (list_marker) return WordGap::broken;
    if (c == '.') return WordGap::dot;
    const bool joins = c < kAsciiCount ? kAsciiJoinsWords[c] : joins_words(c);
    return joins ? WordGap::joined : WordGap::broken;
  }

  void advance(char32_t c, std::uint32_t length) {
    column_ = c == '\n' ? 1 : column_ + length;
    if (c == '\n') ++line_;
  }

  std::string_view text_;
  std::uint32_t line_;
  std::uint32_t column_;
  std::vector<SourceWord> words_;
  WordGap gap_ = WordGap::paragraph;
  bool inside_ = false;
  bool line_is_blank_ = true;
};

}  // namespace

std::vector<SourceWord> source_words(std::string_view text, std::uint32_t line,
                                     std::uint32_t column) {
  return WordReader(text, line, column).read();
}

SourceSpan span_of_words(std::span<const SourceWord> words, const SourcePath& path) {
  const SourceWord& first = words.front();
  const auto next_line = std::find_if(
      words.begin(), words.end(), [&](const SourceWord& word) { return word.line != first.line; });
  const SourceWord& last = *(next_line - 1);
  return {path, first.line, first.column, last.column + last.length - first.column};
}

}  // namespace opsg::restricted
