#include "sentences.h"

#include "ascii.h"
#include "word_list.h"

#include <algorithm>
#include <array>

namespace opsg::released {
namespace {

constexpr std::array<std::string_view, 30> kAbbreviations = {
    "e.g.",  "i.e.",  "cf.",   "vs.",  "viz.",  "No.",  "Nos.", "approx.", "para.", "paras.",
    "incl.", "excl.", "est.",  "ref.", "Ref.",  "Fig.", "fig.", "Mr.",     "Mrs.",  "Ms.",
    "Mx.",   "Dr.",   "Prof.", "Rev.", "Cllr.", "Hon.", "St.",  "Sr.",     "Jr.",   "Messrs."};
/// These often end a sentence as well.
constexpr std::array<std::string_view, 6> kFinalAbbreviations = {"etc.", "Ltd.", "Inc.",
                                                                 "Co.",  "plc.", "Plc."};
constexpr std::array<std::string_view, 9> kFirstWords = {
    "The ", "It ", "This ", "These ", "They ", "There ", "A ", "An ", "In "};
/// What may stand between the end of a sentence and the space behind it.
constexpr std::array<std::string_view, 17> kClosers = {
    ")",      "]",      "\"",     "'",      "*",      "\u2019", "\u201d", "\u00bb", "\u203a",
    "\u2026", "\u2020", "\u2021", "\u00b9", "\u00b2", "\u00b3", "\u2074", "\u2075"};
constexpr std::array<std::string_view, 4> kEnds = {".", "!", "?", "\u2026"};

template <std::size_t Size>
std::size_t length_of_any(const std::array<std::string_view, Size>& list, std::string_view text) {
  for (const std::string_view each : list) {
    if (text.starts_with(each)) return each.size();
  }
  return 0;
}

bool is_abbreviation(std::string_view word, std::string_view next) {
  word.remove_prefix(std::min(word.find_first_not_of("([\"'"), word.size()));
  if (word.size() == 2 && is_ascii_upper(word[0])) return true;  // An initial.
  if (is_one_of(word, kFinalAbbreviations)) return length_of_any(kFirstWords, next) == 0;
  return is_one_of(word, kAbbreviations);
}

/// Whether the stop that ends at `at` ends a sentence: not in an abbreviation or a number, and what
/// follows begins like a sentence.
bool ends_sentence(std::string_view text, std::size_t at) {
  std::string_view next = text.substr(at);
  while (const std::size_t closer = length_of_any(kClosers, next)) next.remove_prefix(closer);
  if (!next.empty() && next[0] != ' ') return false;
  next.remove_prefix(std::min(next.find_first_not_of(' '), next.size()));
  if (next.empty()) return true;
  if (is_ascii_lower(next[0]) || is_ascii_digit(next[0])) return false;
  return !is_abbreviation(last_word(text.substr(0, at)), next);
}

}  // namespace

std::vector<InlineText::Range> sentences_of(std::string_view text) {
  std::vector<InlineText::Range> sentences;
  std::size_t begin = 0;
  constexpr std::string_view kFirstBytes = ".!?\xE2";  // Of kEnds.
  for (std::size_t at = 0; (at = text.find_first_of(kFirstBytes, at)) != text.npos;) {
    const std::size_t stop = length_of_any(kEnds, text.substr(at));
    at += std::max<std::size_t>(stop, 1);
    if (stop == 0 || !ends_sentence(text, at)) continue;
    const std::size_t end = std::min(text.find(' ', at), text.size());
    sentences.push_back({begin, end});
    begin = at = end;
  }
  if (begin < text.size()) sentences.push_back({begin, text.size()});
  return sentences;
}

std::string_view last_word(std::string_view text) {
  constexpr std::size_t kLong = 40;
  if (text.size() > kLong) text.remove_prefix(text.size() - kLong);
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

}  // namespace opsg::released
