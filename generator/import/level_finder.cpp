#include "level_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ascii.h"
#include "foreign_levels.h"
#include "text.h"
#include "word_list.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kMostSuspectedWords = 12;
constexpr std::size_t kLongestAlone = 80;  ///< In bytes.

/// Ordinary words and surnames a single slip away from what policies call levels.
constexpr auto kOrdinaryWords = std::to_array<std::string_view>(
    {"ember",  "umber", "camber",  "ambler",   "amberg",    "greed",  "greet",  "greek",  "greer",
     "greene", "preen", "while",   "whine",    "write",     "waite",  "clean",  "cleat",  "block",
     "blank",  "slack", "secrete", "interval", "projected", "embers", "fellow", "mellow", "bellow",
     "grange", "range", "aboard",  "bored",    "sliver",    "close",  "closet", "stuff",  "crown",
     "grown",  "drown", "frown",   "browne",   "external"});

/// What makes a place of words with capitals.
constexpr auto kPlaceWords = std::to_array<std::string_view>(
    {"street", "road",    "lane", "house", "hall",     "inn",  "square",
     "avenue", "court",   "park", "hotel", "building", "way",  "hill",
     "gate",   "terrace", "mews", "yard",  "farm",     "drive"});
constexpr std::size_t kMostPlaceWords = 3;

struct Phrase {
  std::string_view level;
  std::string_view next;
};
constexpr std::array<Phrase, 22> kPhrases = {{
    {"green", "energy"}, {"green", "paper"},  {"green", "gas"},      {"green", "power"},
    {"green", "belt"},   {"green", "deal"},   {"green", "hydrogen"}, {"green", "finance"},
    {"green", "homes"},  {"green", "jobs"},   {"green", "book"},     {"green", "space"},
    {"green", "spaces"}, {"white", "paper"},  {"white", "papers"},   {"white", "goods"},
    {"white", "label"},  {"red", "tape"},     {"red", "lines"},      {"red", "line"},
    {"amber", "light"},  {"amber", "valley"},
}};

std::string_view between(std::string_view text, const SeenWord& word, const SeenWord& next) {
  return text.substr(word.end, next.begin - word.end);
}

/// Whether the words from `at` to `end` are part of a name of several words: "Peter Green".
bool is_part_of_name(std::string_view text, const std::vector<SeenWord>& words, std::size_t at,
                     std::size_t end) {
  const bool follows =
      at > 0 && words[at - 1].begins_with_capital() && text[words[at].begin - 1] == ' ' &&
      between(text, words[at - 1], words[at]).find_first_of(":;") == std::string_view::npos;
  const bool goes_on = end < words.size() && between(text, words[end - 1], words[end]) == " " &&
                       words[end].begins_with_capital();
  return follows || goes_on;
}

/// "Red Lion Street", "the Green Lane depot"
bool is_part_of_place(std::string_view text, const std::vector<SeenWord>& words, std::size_t at,
                      std::size_t end) {
  if (words[at].is_in_capitals() || !words[at].begins_with_capital()) return false;
  for (std::size_t i = end; i < words.size() && i < end + kMostPlaceWords; ++i) {
    const bool goes_on =
        between(text, words[i - 1], words[i]) == " " && words[i].begins_with_capital();
    if (!goes_on) return false;
    if (is_one_of(words[i].text(), kPlaceWords)) return true;
  }
  return false;
}

bool is_part_of_phrase(const std::vector<SeenWord>& words, std::size_t at, std::size_t end) {
  if (words[at].is_in_capitals() || end >= words.size()) return false;
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](const Phrase& phrase) {
    return words[at].text() == phrase.level && words[end].text() == phrase.next;
  });
}

/// Parts words where "OPSG41Amber" has them.
std::string with_parted_words(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char before = i > 0 ? name[i - 1] : ' ';
    const bool rises = is_ascii_upper(name[i]) && is_ascii_lower(before);
    const bool begins = is_ascii_upper(name[i]) && is_ascii_upper(before) && i + 1 < name.size() &&
                        is_ascii_lower(name[i + 1]);
    const bool numbers = is_ascii_digit(before) != is_ascii_digit(name[i]);
    if (rises || begins || numbers) out += ' ';
    out += name[i];
  }
  return out;
}

}  // namespace

bool NamedLevel::is_plain() const {
  return equals_ignoring_case(written, name);
}

LevelFinder::LevelFinder(Level label, const ImportRules& rules) {
  const Policy& policy = rules.policy;
  for (const std::string& name : policy.all_names()) {
    for (const SeenWord& word : seen_words(name)) known_words_.insert(word.text());
    const auto level = policy.find_level(name);
    if (level && *level > label) add(name, *level);
  }
  if (label < policy.most_closed()) {
    for (const std::string_view name : kForeignLevels) add(std::string(name), policy.most_closed());
  }
  add_known(rules);
}

void LevelFinder::add(const std::string& name, Level level) {
  names_.push_back({name, level, LevelSpelling(name)});
  const std::size_t colon = name.find(':');
  if (colon == std::string::npos) return;
  names_.push_back({name.substr(colon + 1), level, LevelSpelling(name.substr(colon + 1))});
}

void LevelFinder::add_known(const ImportRules& rules) {
  const auto add_name = [&](const std::string& name) {
    const std::vector<SeenWord> words = seen_words(name);
    if (words.size() == 1) known_words_.insert(words.front().text());
    if (words.size() > 1) parties_.emplace_back(name);
  };
  add_name(rules.config.title);
  add_name(rules.config.committee);
  for (const released::Party& party : rules.vocabulary.parties()) {
    add_name(party.name);
    add_name(party.title);
    for (const std::string& name : party.also) add_name(name);
  }
  for (const auto& [acronym, meaning] : rules.vocabulary.glossary()) add_name(acronym);
}

bool LevelFinder::is_known(const std::string& word) const {
  return is_one_of(word, kOrdinaryWords) || known_words_.contains(word);
}

std::vector<WordSpan> LevelFinder::party_spans(std::string_view text,
                                               const std::vector<SeenWord>& words) const {
  std::vector<WordSpan> spans;
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const LevelSpelling& party : parties_) {
      if (const auto found = party.match(text, words, at)) spans.push_back({at, found->end_word});
    }
  }
  return spans;
}

std::optional<SpellingMatch> LevelFinder::match(const Name& name, std::string_view text,
                                                const std::vector<SeenWord>& words, std::size_t at,
                                                Slips slips) const {
  auto found = name.spelling.match(text, words, at);
  const bool suspected =
      slips == Slips::any || (slips == Slips::with_capital && words[at].begins_with_capital());
  if (found || !suspected) return found;
  return name.spelling.match_nearly(words, at,
                                    [this](const std::string& word) { return is_known(word); });
}

NamedLevels LevelFinder::find(std::string_view text, Slips slips) const {
  const std::vector<SeenWord> words = seen_words(text);
  NamedLevels found;
  std::optional<std::vector<WordSpan>> parties;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Name* best = nullptr;
    SpellingMatch longest;
    for (const Name& name : names_) {
      const auto spelt = match(name, text, words, at, slips);
      const bool better = spelt && (!best || spelt->end_word > longest.end_word ||
                                    (longest.is_misspelt && !spelt->is_misspelt));
      if (!better) continue;
      best = &name;
      longest = *spelt;
    }
    if (!best) continue;
    if (!parties) parties = party_spans(text, words);
    const std::size_t end = longest.end_word;
    if (is_covered(*parties, at, end) || is_part_of_place(text, words, at, end) ||
        is_part_of_phrase(words, at, end)) {
      continue;
    }
    found.push_back(named(text, words, at, longest, *best));
    at = end - 1;
  }
  return found;
}

bool LevelFinder::is_covered(const std::vector<WordSpan>& parties, std::size_t at,
                             std::size_t end) {
  return std::any_of(parties.begin(), parties.end(), [&](const WordSpan& party) {
    return party.begin <= at && end <= party.end && end - at < party.end - party.begin;
  });
}

NamedLevel LevelFinder::named(std::string_view text, const std::vector<SeenWord>& words,
                              std::size_t at, const SpellingMatch& spelt, const Name& name) {
  const std::size_t begin = words[at].begin;
  const std::size_t end = words[spelt.end_word - 1].end;
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
  const auto behind = words.begin() + static_cast<std::ptrdiff_t>(spelt.end_word);
  const bool in_capitals =
      std::all_of(first, behind, [](const SeenWord& word) { return word.is_in_capitals(); });
  return {std::string(text.substr(begin, end - begin)),
          name.name,
          name.level,
          {at, spelt.end_word},
          spelt.is_misspelt,
          in_capitals};
}

NamedLevels LevelFinder::find(std::string_view text) const {
  return find(text, Slips::none);
}

NamedLevels LevelFinder::find_nearly(std::string_view text) const {
  const bool is_short = seen_words(text).size() <= kMostSuspectedWords;
  return find(text, is_short ? Slips::with_capital : Slips::none);
}

NamedLevels LevelFinder::find_in_file_name(std::string_view name) const {
  NamedLevels found = find(name, Slips::none);
  const std::string_view last = name.substr(name.rfind('/') + 1);
  for (NamedLevel& level : find(with_parted_words(last), Slips::any)) {
    const bool is_new = std::none_of(found.begin(), found.end(), [&](const NamedLevel& other) {
      return other.level == level.level;
    });
    if (!is_new) continue;
    level.written = last;  // Which is not the level's name to who reads whole words.
    found.push_back(std::move(level));
  }
  return found;
}

NamedLevels LevelFinder::find_in_prose(std::string_view text) const {
  const std::vector<SeenWord> words = seen_words(text);
  NamedLevels found = find(text, Slips::none);
  std::erase_if(found, [&](const NamedLevel& level) {
    if (level.is_in_capitals) return false;
    return !words[level.place.begin].begins_with_capital() ||
           is_part_of_name(text, words, level.place.begin, level.place.end);
  });
  return found;
}

std::optional<NamedLevel> LevelFinder::find_alone(std::string_view text) const {
  if (text.size() > kLongestAlone) return std::nullopt;
  const NamedLevels found = find_nearly(text);
  const std::size_t words = seen_words(text).size();
  const bool is_all =
      found.size() == 1 && found.front().place.begin == 0 && found.front().place.end == words;
  return is_all ? std::optional(found.front()) : std::nullopt;
}

bool LevelFinder::are_marked_in(std::string_view text) const {
  const NamedLevels found = find(text, Slips::none);
  return std::any_of(found.begin(), found.end(),
                     [](const NamedLevel& level) { return level.is_in_capitals; });
}

bool LevelFinder::names_party_in(std::string_view text) const {
  const std::vector<SeenWord> words = seen_words(text);
  const std::vector<WordSpan> parties = party_spans(text, words);
  for (const WordSpan& party : parties) {
    for (std::size_t at = party.begin; at < party.end; ++at) {
      const bool names_level = std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
        return name.spelling.match(text, words, at).has_value();
      });
      if (names_level) return true;
    }
  }
  return false;
}

}  // namespace opsg::importing
