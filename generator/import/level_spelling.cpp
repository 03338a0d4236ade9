#include "level_spelling.h"

#include <algorithm>

#include "ascii.h"
#include "letter_folding.h"
#include "look_alike.h"
#include "single_slip.h"
#include "text.h"

namespace opsg::importing {
namespace {

/// Shorter words have too many neighbours among ordinary ones.
constexpr std::size_t kShortestMisspelt = 5;
constexpr std::size_t kShortestBroken = 5;
constexpr std::size_t kLongestGap = 4;
constexpr std::u32string_view kJoints = U" \t\n_:-+/";
constexpr std::u32string_view kSpreadMarks = U" \t_-./·•|";

SeenLetter seen_letter(char32_t c) {
  const char32_t look = look_alike_of(c);
  const bool is_capital = is_ascii_upper(look);
  return {is_capital ? look - U'A' + U'a' : look, fold_letter(c), is_ascii_lower(look)};
}

bool same(const SeenLetter& a, const SeenLetter& b) {
  return a.look == b.look || a.folded == b.folded;
}

bool same(const std::vector<SeenLetter>& a, const std::vector<SeenLetter>& b, std::size_t from) {
  return from + a.size() <= b.size() &&
         std::equal(a.begin(), a.end(), b.begin() + static_cast<std::ptrdiff_t>(from),
                    [](const SeenLetter& x, const SeenLetter& y) { return same(x, y); });
}

bool is_single_slip(const SeenWord& a, const SeenWord& b) {
  return opsg::is_single_slip(
      a.letters.size(), b.letters.size(),
      [&](std::size_t i, std::size_t j) { return same(a.letters[i], b.letters[j]); });
}

bool is_plural_of(const SeenWord& plural, const SeenWord& word) {
  return plural.letters.size() == word.letters.size() + 1 && plural.letters.back().look == U's' &&
         same(word.letters, plural.letters, 0);
}

bool consists_of(std::string_view text, std::u32string_view characters) {
  const std::u32string decoded = decode_utf8(text);
  return decoded.size() <= kLongestGap &&
         std::all_of(decoded.begin(), decoded.end(), [&](char32_t c) {
           return is_unseen(c) || characters.find(look_alike_of(c)) != characters.npos;
         });
}

/// The bytes that a decoded character takes; of an invalid byte, one.
std::size_t encoded_size(char32_t c) {
  std::string encoded;
  append_utf8(encoded, c);
  return encoded.size();
}

}  // namespace

bool SeenWord::is_in_capitals() const {
  return std::none_of(letters.begin(), letters.end(),
                      [](const SeenLetter& letter) { return letter.is_small; });
}

std::string SeenWord::text() const {
  std::string text;
  for (const SeenLetter& letter : letters) append_utf8(text, letter.look);
  return text;
}

std::vector<SeenWord> seen_words(std::string_view text) {
  std::vector<SeenWord> words;
  std::size_t at = 0;
  bool inside = false;
  for (const char32_t c : decode_utf8(text)) {
    const bool is_invalid = c == 0xFFFD && text[at] != '\xEF';
    const std::size_t size = is_invalid ? 1 : encoded_size(c);
    const bool unseen = is_unseen(c) && c != U'\n' && c != U'\t';
    if (!unseen && is_word_character(look_alike_of(c))) {
      if (!inside) words.push_back({{}, at, at});
      words.back().letters.push_back(seen_letter(c));
      words.back().end = at + size;
      inside = true;
    } else if (!unseen) {
      inside = false;
    }
    at += size;
  }
  return words;
}

LevelSpelling::LevelSpelling(std::string_view name) : words_(seen_words(name)) {
  for (const SeenWord& word : words_) {
    if (!letters_.empty()) joints_.insert(letters_.size());
    letters_.insert(letters_.end(), word.letters.begin(), word.letters.end());
  }
}

/// Whether the name's letters before and from `place` on may have this between them.
bool LevelSpelling::is_joint(std::string_view gap, std::size_t place) const {
  return consists_of(gap, joints_.contains(place) ? kJoints : kSpreadMarks);
}

std::optional<SpellingMatch> LevelSpelling::match(std::string_view text,
                                                  const std::vector<SeenWord>& words,
                                                  std::size_t at) const {
  std::size_t place = 0;
  std::size_t next = at;
  bool is_spread = true;
  bool is_broken = false;
  for (; next < words.size() && place < letters_.size(); ++next) {
    const SeenWord& word = words[next];
    const std::size_t end = next > at ? words[next - 1].end : word.begin;
    if (!is_joint(text.substr(end, word.begin - end), place)) return std::nullopt;
    if (!same(word.letters, letters_, place)) return std::nullopt;
    is_broken |= place > 0 && !joints_.contains(place);
    is_spread &= word.letters.size() == 1;
    place += word.letters.size();
  }
  const bool is_short = letters_.size() < kShortestBroken;
  if (place == 0 || place < letters_.size() || (is_broken && is_short && !is_spread)) {
    return std::nullopt;
  }
  return SpellingMatch{next, false};
}

std::optional<std::size_t> LevelSpelling::find_slip(const std::vector<SeenWord>& words,
                                                    std::size_t at) const {
  if (words_.empty() || words.size() - at < words_.size()) return std::nullopt;
  std::optional<std::size_t> slip;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const SeenWord& name = words_[i];
    const SeenWord& word = words[at + i];
    const bool is_same =
        name.letters.size() == word.letters.size() && same(word.letters, name.letters, 0);
    if (is_same) continue;
    const bool can_slip = !slip && name.letters.size() >= kShortestMisspelt &&
                          !is_plural_of(word, name) && !is_plural_of(name, word);
    if (!can_slip || !is_single_slip(word, name)) return std::nullopt;
    slip = at + i;
  }
  return slip;
}

}  // namespace opsg::importing
