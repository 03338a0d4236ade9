#include "handling_statements.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace opsg::restricted {
namespace {

/// A statement of fewer words is found as a whole sentence only: "Limited circulation".
constexpr std::size_t kLongStatement = 5;
/// That many words from the middle of a statement are no coincidence.
constexpr std::size_t kWordsInside = 8;
/// How many words beyond what statements have in common tell one apart.
constexpr std::size_t kDistinctiveWords = 2;

constexpr std::string_view kClassified = "classified";
constexpr std::string_view kClassification = "classification";

using Words = std::span<const SourceWord>;

std::vector<std::string> texts_of(std::string_view text) {
  std::vector<std::string> out;
  for (SourceWord& word : source_words(text)) out.push_back(std::move(word.text));
  return out;
}

/// How many words match, within one paragraph.
std::size_t run_length(std::span<const std::string> pattern, Words words) {
  std::size_t length = 0;
  while (length < pattern.size() && length < words.size() &&
         words[length].text == pattern[length] &&
         (length == 0 || words[length].gap != WordGap::paragraph)) {
    ++length;
  }
  return length;
}

std::size_t common_prefix(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

/// Levenshtein distance in words.
std::size_t word_distance(const std::vector<std::string>& a, Words b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (const std::string& word : a) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (word == b[j - 1].text ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

constexpr std::array<std::string_view, 12> kThisDocument = {
    "document", "paper",  "page",    "record", "report",  "minutes",
    "note",     "papers", "records", "notes",  "reports", "headlines"};

/// "This paper", "These minutes of 1 May", at the start of the sentence that `at` stands in.
bool has_this_as_subject(Words words, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && words[first].gap == WordGap::joined) --first;
  if (words[first].text != "this" && words[first].text != "these") return false;
  return first + 1 < at && std::find(kThisDocument.begin(), kThisDocument.end(),
                                     words[first + 1].text) != kThisDocument.end();
}

/// Behind "is" or "is hereby".
bool is_said_of_this(Words words, std::size_t at) {
  const auto is_verb = [&](std::size_t back) {
    return at >= back && (words[at - back].text == "is" || words[at - back].text == "are");
  };
  return (is_verb(1) || is_verb(2)) && has_this_as_subject(words, at);
}

bool begins_sentence_or_item(Words words, std::size_t at) {
  if (at == 0) return true;
  const WordGap gap = words[at].gap;
  const bool new_line = words[at].line != words[at - 1].line;
  return gap == WordGap::paragraph || gap == WordGap::dot || (gap == WordGap::broken && new_line);
}

/// How many words stand before a level's name that is said to be this document's: "This paper is
/// classified as", "Classification:". Zero where it is another's: "asked that it be classified as".
std::size_t claim_prefix(Words words, std::size_t at) {
  if (at + 1 >= words.size()) return 0;
  const SourceWord& next = words[at + 1];
  const bool colon = next.gap == WordGap::broken;
  if (words[at].text == kClassification) {
    const bool new_line = at == 0 || words[at].line != words[at - 1].line;
    return colon && (new_line || begins_sentence_or_item(words, at)) ? 1 : 0;
  }
  if (words[at].text != kClassified) return 0;
  const bool of_this = is_said_of_this(words, at);
  if (!of_this && !begins_sentence_or_item(words, at)) return 0;
  if (next.text == "as") return 2;
  return of_this || colon ? 1 : 0;
}

}  // namespace

HandlingStatements::HandlingStatements(const Policy& policy) {
  for (std::size_t rank = 0; rank < policy.levels.size(); ++rank) {
    const PolicyLevel& level = policy.levels[rank];
    std::vector<std::string> words = texts_of(level.handling);
    if (!words.empty()) statements_.push_back({Level{rank}, std::move(words), 0});
    names_.push_back({Level{rank}, texts_of(level.name), 0});
    for (const std::string& name : level.other_names) {
      names_.push_back({Level{rank}, texts_of(name), 0});
    }
  }
  for (Pattern& pattern : statements_) {
    for (const std::string& word : pattern.words) statement_words_.add(word);
    std::size_t common = 0;
    for (const Pattern& other : statements_) {
      if (other.words != pattern.words) {
        common = std::max(common, common_prefix(pattern.words, other.words));
      }
    }
    const std::size_t least = std::max(kLongStatement, common + kDistinctiveWords);
    pattern.least_words = std::min(pattern.words.size(), least);
  }
}

std::vector<HandlingStatements::Found> HandlingStatements::find(Words words) const {
  std::vector<Found> found;
  for (std::size_t at = 0; at < words.size();) {
    if (!may_begin_any(words[at].text)) {
      ++at;
      continue;
    }
    Found here = match_claim(words, at);
    if (here.word_count == 0) here = match_statement(words, at);
    at += std::max<std::size_t>(1, here.word_count);
    if (here.word_count > 0) found.push_back(std::move(here));
  }
  return found;
}

bool HandlingStatements::may_begin_any(std::string_view word) const {
  return statement_words_.may_hold(word) || word == kClassified || word == kClassification;
}

HandlingStatements::Found HandlingStatements::match_claim(Words words, std::size_t at) const {
  const std::size_t prefix = claim_prefix(words, at);
  Found best{{}, at, 0, true};
  if (prefix == 0) return best;
  const Words rest = words.subspan(at + prefix);
  for (const Pattern& name : names_) {
    const bool whole = !name.words.empty() && run_length(name.words, rest) == name.words.size();
    if (!whole || prefix + name.words.size() <= best.word_count) continue;
    best.levels = {name.level};
    best.word_count = prefix + name.words.size();
  }
  return best;
}

HandlingStatements::Found HandlingStatements::match_statement(Words words, std::size_t at) const {
  Found best{{}, at, 0, false};
  if (!statement_words_.may_hold(words[at].text)) return best;
  for (const Pattern& statement : statements_) {
    const std::size_t count = matching_words(statement, words, at);
    if (count == 0 || count < best.word_count) continue;
    if (count > best.word_count) best.levels.clear();
    best.levels.push_back(statement.level);
    best.word_count = count;
  }
  return best;
}

std::size_t HandlingStatements::matching_words(const Pattern& pattern, Words words,
                                               std::size_t at) {
  const Words rest = words.subspan(at);
  const bool begins_sentence = at == 0 || rest.front().gap != WordGap::joined;
  const std::size_t from_start = run_length(pattern.words, rest);
  const bool whole = from_start == pattern.words.size();
  if (pattern.words.size() < kLongStatement) {
    const bool ends_sentence = from_start == rest.size() || rest[from_start].gap != WordGap::joined;
    return whole && begins_sentence && ends_sentence ? from_start : 0;
  }
  if (whole || (begins_sentence && from_start >= pattern.least_words)) return from_start;

  std::size_t best = 0;
  for (std::size_t j = 1; j + kWordsInside <= pattern.words.size(); ++j) {
    best = std::max(best, run_length(std::span(pattern.words).subspan(j), rest));
  }
  return best >= kWordsInside ? best : 0;
}

std::vector<Level> HandlingStatements::nearest_levels(Words words) const {
  constexpr std::size_t kWordsToASlip = 3;
  std::vector<Level> levels;
  std::size_t best = words.size() / kWordsToASlip;
  for (const Pattern& statement : statements_) {
    const std::size_t distance = word_distance(statement.words, words);
    if (distance > best) continue;
    if (distance < best) levels.clear();
    best = distance;
    levels.push_back(statement.level);
  }
  return levels;
}

}  // namespace opsg::restricted
