#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "folded_markup.h"
#include "policy.h"

namespace opsg::restricted {

/// Shorter names have too many neighbours among ordinary words and acronyms: RED, RDP, REG.
constexpr std::size_t kShortestMisspelt = 5;

/// A level's name or other name as a marking writes it.
struct LevelName {
  std::string capitals;   ///< "AMBER"
  std::u32string folded;  ///< The same, look-alikes folded.
  std::string bytes;      ///< The same, as fold_to_bytes() has it.
  Level level;

  /// "TLP:AMBER", which is no word of prose.
  bool has_colon() const { return folded.find(U':') != std::u32string::npos; }
};

/// Where folded text reads as a level's name, or could be meant to.
struct NameMatch {
  const LevelName* name = nullptr;
  std::size_t end = 0;    ///< Behind the name, as an index of the folded text.
  bool misspelt = false;  ///< A single slip away (Damerau-Levenshtein 1).
  bool loose = false;     ///< `TLP : AMBER`, `T.L.P. AMBER`, `A.M.B.E.R.` (loose_names.h)
  bool capitals = false;
};

/// The names that markings are written with.
class LevelNames {
 public:
  /// `known_words` (upper case) are never taken for a misspelt name.
  LevelNames(const Policy& policy, std::set<std::string, std::less<>> known_words);

  /// The longest first.
  const std::vector<LevelName>& all() const { return names_; }
  /// Whether a name has markup in it, so that more than one reading of a text could be it.
  bool have_markup() const;
  const std::set<std::string, std::less<>>& known_words() const { return known_words_; }

  /// The name at index `at`, up to the end of a word; the longest that fits, and "+STRICT"
  /// behind it (TLP 2.0).
  std::optional<NameMatch> match(const FoldedMarkup& text, std::size_t at) const;

  /// Names of other schemes that are none of the policy, "OFFICIAL-SENSITIVE", the longest first.
  /// Who uses one means to withhold something: their level is the most closed.
  const std::vector<LevelName>& foreign() const { return foreign_; }
  /// The one at index `at` in capitals, up to the end of a word.
  std::optional<NameMatch> match_foreign(const FoldedMarkup& text, std::size_t at) const;

 private:
  std::optional<NameMatch> match_name(const FoldedMarkup& text, std::size_t at) const;
  std::optional<NameMatch> match_loosely(const FoldedMarkup& text, std::size_t at) const;
  std::optional<NameMatch> match_misspelt(const FoldedMarkup& text, std::size_t at) const;
  bool is_known_word(const FoldedMarkup& text, std::size_t at) const;

  void add_foreign(Level most_closed);

  std::vector<LevelName> names_;
  std::vector<LevelName> foreign_;
  std::set<std::string, std::less<>> known_words_;
};

}  // namespace opsg::restricted
