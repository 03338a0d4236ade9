#include "loose_marks.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "ascii.h"
#include "bare_names.h"
#include "marking_words.h"
#include "word_list.h"

namespace opsg::restricted {
namespace {

constexpr std::array<std::string_view, 31> kSentenceStarts = {
    "the",  "this",      "these", "that",  "those", "there",  "it",    "its",
    "an",   "we",        "our",   "in",    "on",    "at",     "as",    "for",
    "from", "following", "after", "since", "no",    "when",   "while", "he",
    "she",  "they",      "their", "if",    "both",  "please", "during"};
constexpr std::array<std::string_view, 53> kBehindQuotes = {
    "is",     "are",   "was",      "were",   "be",      "means",   "mean",   "meant", "shows",
    "stands", "has",   "had",      "have",   "will",    "would",   "should", "may",   "can",
    "status", "state", "statuses", "rating", "ratings", "alert",   "alerts", "risk",  "risks",
    "flag",   "flags", "item",     "items",  "list",    "team",    "for",    "to",    "in",
    "on",     "and",   "or",       "due",    "because", "as",      "but",    "with",  "if",
    "when",   "from",  "by",       "at",     "until",   "remains", "became", "than"};
constexpr std::array<std::string_view, 48> kBeforeQuotes = {
    "is",     "are",    "was",   "were",   "be",     "been",    "remains", "remained",
    "became", "to",     "from",  "as",     "at",     "of",      "and",     "or",
    "rated",  "called", "now",   "still",  "not",    "than",    "on",      "stays",
    "turned", "went",   "the",   "a",      "an",     "with",    "in",      "shows",
    "reads",  "says",   "said",  "for",    "spelt",  "spelled", "word",    "words",
    "colour", "color",  "level", "levels", "showed", "showing", "means",   "then"};

constexpr std::array<std::string_view, 12> kAbbreviations = {
    "vs", "no", "nr", "cf", "eg", "ie", "mr", "ms", "mrs", "dr", "prof", "approx"};

bool is_between(const FoldedChar& c, char32_t first, char32_t last) {
  return c.value >= first && c.value <= last;
}

/// Longer ones are none of the words looked for.
constexpr std::size_t kLongestWord = 16;

/// In small letters.
std::string word_at(const FoldedMarkup& text, std::size_t at) {
  std::string word;
  while (at < text.size() && is_word(text[at]) && word.size() < kLongestWord) {
    word += lower_byte(text[at++]);
  }
  return word;
}

std::size_t word_begin(const FoldedMarkup& text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWord && is_word(text[begin - 1])) --begin;
  return begin;
}

std::size_t pass_gap(const FoldedMarkup& text, std::size_t at) {
  while (at < text.size() && (text[at].value == U' ' || is_emphasis(text[at]))) ++at;
  return at;
}

bool is_any(const FoldedChar& c, std::u32string_view set) {
  return !c.escaped && set.find(c.value) != std::u32string_view::npos;
}

/// A bullet, star or the like.
bool is_symbol(const FoldedChar& c) {
  return is_between(c, 0x2020, 0x2023) || is_between(c, 0x2500, 0x27BF);
}

bool ends_before_space(const FoldedMarkup& text, std::size_t at) {
  while (at < text.size() && is_emphasis(text[at])) ++at;
  return at < text.size() && text[at].value == U' ';
}

/// Behind the mark alone.
std::size_t pass_mark(const FoldedMarkup& text, std::size_t at) {
  if (at >= text.size()) return at;
  if (is_any(text[at], U"=")) return at + 1;
  if (is_any(text[at], U".!")) return ends_before_space(text, at + 1) ? at + 1 : at;
  std::size_t end = at;
  while (end < text.size() &&
         (is_any(text[end], U"/|>\u00BB\u203A\u00B7") || is_symbol(text[end]))) {
    ++end;
  }
  return end != at && ends_before_space(text, end) ? end : at;
}

/// `AMBER information: text`
std::size_t pass_content(const FoldedMarkup& text, std::size_t at) {
  const std::string word = word_at(text, at);
  if (!is_one_of(word, kContentWords)) return at;
  const std::size_t mark = pass_gap(text, at + word.size());
  return mark < text.size() && is_separator(text[mark]) ? mark + 1 : at;
}

/// In capitals: "Green" may be who the text is about.
bool is_status_at(const FoldedMarkup& text, std::size_t at, const LevelNames& names) {
  const auto match = names.match(text, at);
  return match && match->capitals && !match->misspelt;
}

/// `, AMBER=at risk`
bool is_key_of_levels(const FoldedMarkup& text, std::size_t at, const LevelNames& names) {
  constexpr std::size_t kLongestKey = 200;
  const std::size_t end = std::min(text.size(), at + kLongestKey);
  for (; at < end; ++at) {
    if (!is_word(text[at]) || is_word(text[at - 1])) continue;
    const auto match = names.match(text, at);
    if (!match || match->misspelt) continue;
    const std::size_t mark = pass_gap(text, match->end);
    if (mark < text.size() && text[mark].value == U'=') return true;
  }
  return false;
}

}  // namespace

std::size_t pass_loose_mark(const FoldedMarkup& text, std::size_t at, const LevelNames& names) {
  const std::size_t begin = pass_gap(text, at);
  std::size_t end = pass_mark(text, begin);
  if (end == begin) end = pass_content(text, begin);
  if (end == begin) return at;
  const std::size_t next = pass_gap(text, pass_quotes(text, end));
  if (!is_letter_at(text, next) || is_status_at(text, next, names)) return at;
  return text[begin].value == U'=' && is_key_of_levels(text, next, names) ? at : end;
}

bool could_be_loose_mark(const FoldedChar& c) {
  return is_decoration(c) || is_any(c, U"=.!/|>");
}

bool is_decoration(const FoldedChar& c) {
  return c.value >= 0x80 && !is_word(c) && c.value != kCodeSpan;
}

bool opens_sentence(const FoldedMarkup& text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const bool capital = is_between(text[at], U'A', U'Z') && is_between(text[at + 1], U'a', U'z');
  return capital && is_one_of(word_at(text, at), kSentenceStarts);
}

bool is_quote(const FoldedChar& c) {
  return is_any(c, U"\"'`\u00AB\u00BB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2039\u203A");
}

std::size_t pass_quotes(const FoldedMarkup& text, std::size_t at) {
  std::size_t end = pass_gap(text, at);
  if (end >= text.size() || !is_quote(text[end])) return at;
  while (end < text.size() && (is_quote(text[end]) || is_emphasis(text[end]))) ++end;
  return end;
}

bool follows_quoted_name(const FoldedMarkup& text, std::size_t at) {
  return is_one_of(word_at(text, at), kBehindQuotes);
}

bool leads_to_quoted_name(const FoldedMarkup& text, std::size_t end) {
  return is_one_of(word_at(text, word_begin(text, end)), kBeforeQuotes);
}

bool ends_abbreviation(const FoldedMarkup& text, std::size_t end) {
  constexpr std::size_t kSpread = 3;  // Of "e.g" and "i.e".
  const std::size_t begin = word_begin(text, end);
  if (is_one_of(word_at(text, begin), kAbbreviations)) return begin != end;
  if (end - begin != 1 || end < kSpread || text[end - 2].value != U'.') return false;
  const char first = lower_byte(text[end - kSpread]);
  const char last = lower_byte(text[end - 1]);
  return (first == 'e' && last == 'g') || (first == 'i' && last == 'e');
}

bool stands_behind_name(const FoldedMarkup& text, std::size_t end, const LevelNames& names) {
  while (end > 0 && (is_space(text[end - 1]) || is_emphasis(text[end - 1]))) --end;
  const std::size_t begin = word_begin(text, end);
  return is_status_at(text, begin, names) && names.match(text, begin)->end == end;
}

}  // namespace opsg::restricted
