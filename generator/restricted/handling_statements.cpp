#include "handling_statements.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

#include "level_claims.h"

namespace opsg::restricted {
namespace {

/// A statement of fewer words is found as a whole sentence only: "Limited circulation".
constexpr std::size_t kLongStatement = 5;
/// That many words from the middle of a statement are no coincidence.
constexpr std::size_t kWordsInside = 8;
/// How many words beyond what statements have in common tell one apart.
constexpr std::size_t kDistinctiveWords = 2;

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

const std::string& text_of(const std::string& word) {
  return word;
}
const std::string& text_of(const SourceWord& word) {
  return word.text;
}

/// A "not" more or less makes a statement another one, however alike the two are.
template <class Range>
std::size_t count_negations(const Range& words) {
  constexpr std::array<std::string_view, 6> kNegations = {"not",   "cannot", "no",
                                                          "never", "nor",    "without"};
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const auto& word) {
    return std::find(kNegations.begin(), kNegations.end(), text_of(word)) != kNegations.end();
  }));
}

bool ends_line(Words words, std::size_t count) {
  return count == words.size() || words[count].line != words[count - 1].line;
}

/// Whether the name of `count` words behind the lead is what it leads to.
bool is_meant(const ClaimLead& lead, Words rest, std::size_t count) {
  if (lead.of_content) return is_content(rest, count);
  return !lead.ends_line || ends_line(rest, count);
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

}  // namespace

HandlingStatements::HandlingStatements(const Policy& policy) {
  for (std::size_t rank = 0; rank < policy.levels.size(); ++rank) {
    const PolicyLevel& level = policy.levels[rank];
    std::vector<std::string> words = texts_of(level.handling);
    if (!words.empty()) statements_.push_back({Level{rank}, std::move(words), 0});
    add_name(Level{rank}, level.name);
    for (const std::string& name : level.other_names) add_name(Level{rank}, name);
  }
  for (const std::string_view word : words_of_claims()) claim_words_.add(word);
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

void HandlingStatements::add_name(Level level, std::string_view name) {
  std::vector<std::string> words = texts_of(name);
  if (words.empty()) return;
  claim_words_.add(words.front());
  names_.push_back({level, std::move(words), 0});
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
  return statement_words_.may_hold(word) || claim_words_.may_hold(word);
}

HandlingStatements::Found HandlingStatements::match_claim(Words words, std::size_t at) const {
  Found best{{}, at, 0, true};
  if (!claim_words_.may_hold(words[at].text)) return best;
  const auto lead = claim_lead(words, at);
  const std::size_t before = lead ? lead->word_count : 0;
  const Words rest = words.subspan(at + before);
  for (const Pattern& name : names_) {
    const std::size_t count = name.words.size();
    if (before + count <= best.word_count || run_length(name.words, rest) != count) continue;
    const bool meant = lead ? is_meant(*lead, rest, count) : is_told_of_this(words, at, count);
    if (!meant) continue;
    best.levels = {name.level};
    best.word_count = before + count;
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

bool HandlingStatements::is_denied(const Found& found, Words words) const {
  const std::size_t negations = count_negations(words);
  return std::all_of(statements_.begin(), statements_.end(), [&](const Pattern& statement) {
    const bool own =
        std::find(found.levels.begin(), found.levels.end(), statement.level) != found.levels.end();
    return !own || (found.word_count < statement.words.size() &&
                    count_negations(statement.words) != negations);
  });
}

std::vector<Level> HandlingStatements::nearest_levels(Words words) const {
  constexpr std::size_t kWordsToASlip = 3;
  std::vector<Level> levels;
  std::size_t best = words.size() / kWordsToASlip;
  const std::size_t negations = count_negations(words);
  for (const Pattern& statement : statements_) {
    const std::size_t distance = word_distance(statement.words, words);
    if (distance > best || count_negations(statement.words) != negations) continue;
    if (distance < best) levels.clear();
    best = distance;
    levels.push_back(statement.level);
  }
  return levels;
}

}  // namespace opsg::restricted
