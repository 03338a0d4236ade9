#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import_document.h"
#include "level_spelling.h"
#include "policy.h"

namespace opsg::importing {

/// Words of a text, by their indices.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< Behind the last.
};

/// Where a text names a level.
struct NamedLevel {
  std::string written;  ///< As the text has it.
  std::string name;     ///< As the policy has it, or the other scheme that it is of.
  Level level;
  WordSpan place;
  bool is_misspelt = false;
  bool is_in_capitals = false;

  /// Whether it is the name itself, in any case.
  bool is_plain() const;
};

using NamedLevels = std::vector<NamedLevel>;

/// Finds the names of levels that are more closed than a label, of the policy and of other schemes,
/// in what documents say. No level is named by what the site calls a committee or a party ("Green
/// Energy Committee"), a street ("Red Lion Street") or a usual phrase ("green energy").
class LevelFinder {
 public:
  LevelFinder(Level label, const ImportRules& rules);

  /// In a text that is no prose: a header. In any case.
  NamedLevels find(std::string_view text) const;
  /// Also those a single slip away, of which a short text with a capital is suspected.
  NamedLevels find_nearly(std::string_view text) const;
  /// In a file's name, whose words may be told by their capitals only: "MinutesAmber.docx".
  NamedLevels find_in_file_name(std::string_view name) const;
  /// In any text: in capitals, or with one where no other word with a capital stands beside it, as
  /// in "Peter Green" and "the Red Lion".
  NamedLevels find_in_prose(std::string_view text) const;
  /// The level whose name is all that the text says, perhaps with a slip.
  std::optional<NamedLevel> find_alone(std::string_view text) const;
  /// In capitals only.
  bool are_marked_in(std::string_view text) const;
  /// Whether the site calls a committee or a party so, with a level's name in it.
  bool names_party_in(std::string_view text) const;

 private:
  struct Name {
    std::string name;
    Level level;
    LevelSpelling spelling;
  };
  enum class Slips { none, with_capital, any };

  void add(const std::string& name, Level level);
  void add_known(const ImportRules& rules);
  std::vector<WordSpan> party_spans(std::string_view text,
                                    const std::vector<SeenWord>& words) const;
  NamedLevels find(std::string_view text, Slips slips) const;
  static bool is_covered(const std::vector<WordSpan>& parties, std::size_t at, std::size_t end);
  static NamedLevel named(std::string_view text, const std::vector<SeenWord>& words, std::size_t at,
                          const SpellingMatch& spelt, const Name& name);
  std::optional<SpellingMatch> match(const Name& name, std::string_view text,
                                     const std::vector<SeenWord>& words, std::size_t at,
                                     Slips slips) const;
  bool is_known(const std::string& word) const;

  std::vector<Name> names_;
  std::vector<LevelSpelling> parties_;  ///< Of more than one word.
  std::set<std::string> known_words_;   ///< In small letters.
};

}  // namespace opsg::importing
