#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic.h"
#include "policy.h"
#include "portions.h"
#include "source_words.h"
#include "toml_walk.h"
#include "word_filter.h"

namespace opsg::restricted {

/// The people whom any meeting.toml names, for finding them in text. A person found under several
/// levels has the lowest: that is where the name may already be read.
class PersonalNames {
 public:
  /// Adds the names of one meeting.toml of that level. `not_people`: upper case names of
  /// parties and levels and acronyms, which are warned of (`name-not-a-person`) and not looked for,
  /// but behind a title where they have one: "Mr. Green".
  void add(const TomlTable& facts, Level level, const TomlScope& scope,
           const std::set<std::string, std::less<>>& not_people, Diagnostics& diagnostics);

  struct Match {
    std::size_t first_word = 0;
    std::size_t word_count = 0;
    Level level;
    SourceSpan named_at;  ///< In the meeting.toml.
  };

  /// The names in the words, by place: in full, as first and last name, "J. Smith", "J. Q. Smith",
  /// "Dr Smith", "Smith, Jane", "Smith, J. Q.", and with one character between, "jane.smith@",
  /// "jane+smith".
  std::vector<Match> find(std::span<const SourceWord> words) const;

 private:
  struct Form {
    std::vector<std::string> words;
    bool capital = false;     ///< A single word, which must begin with a capital to be a name.
    std::size_t turn = 0;     ///< Index of the word behind the comma of "Smith, Jane"; else 0.
    std::size_t surname = 0;  ///< Index of the word before which initials may stand; else 0.
    Level level;
    SourceSpan named_at;
  };

  void add_name(const TomlValue& name, Level level);
  /// Of a person of whom no other name is known, "Mr Smith".
  void add_titled(const std::vector<std::string>& surname, const SourceSpan& named_at, Level level);
  void add_form(Form form);
  Match longest_match(std::span<const SourceWord> words) const;
  /// How many words the form takes up at their start; 0 where it does not stand there.
  static std::size_t match(const Form& form, std::span<const SourceWord> words);

  std::unordered_map<std::string, std::vector<Form>> forms_;  ///< By the first word.
  /// Of each form among those with its first word, by all its words and its turn.
  std::unordered_map<std::string, std::size_t> places_;
  WordFilter first_words_;
};

/// Reports `name-in-prose` where a portion of the document has a lower level than a person's name
/// in it. False where anything was reported.
bool check_names_in_document(const PortionMap& map, std::span<const SourceWord> words,
                             const PersonalNames& names, const Policy& policy,
                             Diagnostics& diagnostics);

/// The same for the name of a file or folder with that label, which stands in addresses.
bool check_names_in_name(std::string_view name, Level label, const SourceSpan& label_span,
                         const PersonalNames& names, const Policy& policy,
                         Diagnostics& diagnostics);

/// The same for the strings of a TOML table of that level: roles, remarks, titles.
bool check_names_in_table(const TomlTable& table, Level level, const TomlScope& scope,
                          const PersonalNames& names, Diagnostics& diagnostics);

/// The same for the [policy] of site.toml, whose single words are no people's: "Parties".
bool check_names_in_policy(const TomlTable& policy, const TomlScope& scope,
                           const PersonalNames& names, Diagnostics& diagnostics);

}  // namespace opsg::restricted
