#include "bracket_claims.h"

#include "ascii.h"
#include "word_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::restricted {
namespace {

struct BracketWord {
  std::size_t begin = 0;
  std::string text;  ///< In small letters.
};

constexpr std::array<std::string_view, 13> kMarked = {
    "marked",  "classified",     "labelled", "labeled",         "mark",  "treat",      "handle",
    "treated", "classification", "marking",  "confidentiality", "label", "sensitivity"};
constexpr std::array<std::string_view, 17> kNamedParts = {
    "section", "part",     "text",     "material",   "information", "paragraph",
    "item",    "document", "paper",    "note",       "sentence",    "line",
    "table",   "annex",    "appendix", "paragraphs", "minutes"};

/// The first words between the indices, at most so many as a claim could have.
std::vector<BracketWord> first_words(const FoldedMarkup& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMost = 6;
  constexpr std::size_t kReach = 128;  // So that nested brackets take no quadratic time.
  end = std::min(end, begin + kReach);
  std::vector<BracketWord> words;
  for (std::size_t at = begin; at < end && words.size() < kMost; ++at) {
    if (!is_word(text[at])) continue;
    words.push_back({at, {}});
    for (; at < end && is_word(text[at]); ++at) words.back().text += lower_byte(text[at]);
  }
  return words;
}

/// How many words lead to the name of a level: "marked as", "this part is"; 0 where none do.
std::size_t words_of_claim(const std::vector<BracketWord>& words) {
  const auto word = [&](std::size_t i) {
    return i < words.size() ? std::string_view(words[i].text) : std::string_view();
  };
  if (is_one_of(word(0), kMarked)) return word(1) == "as" || word(1) == "is" ? 2 : 1;
  if (word(0) != "this" && word(0) != "these") return 0;
  const std::size_t verb = is_one_of(word(1), kNamedParts) ? 2 : 1;
  if (word(verb) != "is" && word(verb) != "are") return 0;
  const bool state = is_one_of(word(verb + 1), kMarked);
  if (!state) return verb + 1;
  return word(verb + 2) == "as" ? verb + 3 : verb + 2;
}

}  // namespace

std::optional<NameMatch> claim_in_bracket(const FoldedMarkup& text, std::size_t open,
                                          std::size_t close, const LevelNames& names) {
  const std::vector<BracketWord> words = first_words(text, open + 1, close);
  const std::size_t lead = words_of_claim(words);
  if (lead == 0 || lead >= words.size()) return std::nullopt;
  const std::size_t begin = words[lead].begin;
  const auto match = names.match(text, begin);
  if (!match || match->misspelt || match->end > close) return std::nullopt;
  const bool capital = is_ascii_upper(text[begin].value);
  return capital || is_one_of(words.front().text, kMarked) ? match : std::nullopt;
}

}  // namespace opsg::restricted
