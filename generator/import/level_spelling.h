#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::importing {

/// A letter or digit as a reader sees it.
struct SeenLetter {
  char32_t look = 0;    ///< The small ASCII letter that it looks like, or itself.
  char32_t folded = 0;  ///< Itself without case and accent.
  bool is_small = false;
};

/// A run of letters and digits. Nobody sees a zero-width character within it.
struct SeenWord {
  std::vector<SeenLetter> letters;
  std::size_t begin = 0;  ///< In bytes of the text.
  std::size_t end = 0;

  bool is_in_capitals() const;
  bool begins_with_capital() const { return !letters.front().is_small; }
  /// In small letters, as it looks.
  std::string text() const;
};

std::vector<SeenWord> seen_words(std::string_view text);

/// Where words of a text spell a name.
struct SpellingMatch {
  std::size_t end_word = 0;  ///< Behind its last word.
  bool is_misspelt = false;
};

/// A name in all spellings that a reader takes for it: in any case, in letters of other alphabets
/// that look alike, with other separators ("In-Confidence"), spread out ("A M B E R",
/// "A.M.B.E.R."), broken by a hyphen.
class LevelSpelling {
 public:
  explicit LevelSpelling(std::string_view name);

  /// The words from `at` on.
  std::optional<SpellingMatch> match(std::string_view text, const std::vector<SeenWord>& words,
                                     std::size_t at) const;
  /// One of the words from `at` on is a single slip away from the name's. `is_known(word)`: whether
  /// it is meant as it stands. Neither is a plural a slip.
  template <class IsKnown>
  std::optional<SpellingMatch> match_nearly(const std::vector<SeenWord>& words, std::size_t at,
                                            const IsKnown& is_known) const {
    const std::optional<std::size_t> slip = find_slip(words, at);
    if (!slip || is_known(words[*slip].text())) return std::nullopt;
    return SpellingMatch{at + words_.size(), true};
  }

 private:
  bool is_joint(std::string_view gap, std::size_t place) const;
  std::optional<std::size_t> find_slip(const std::vector<SeenWord>& words, std::size_t at) const;

  std::vector<SeenWord> words_;
  std::vector<SeenLetter> letters_;  ///< Of all its words.
  std::set<std::size_t> joints_;     ///< Where its words but the first begin in them.
};

}  // namespace opsg::importing
