#pragma once

#include <re2/re2.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "meeting_spellings.h"
#include "vocabulary.h"

namespace opsg::released {

/// The patterns of registers and references and the spellings of meetings, which compete for each
/// place of a text. Immutable once made.
class IdPatterns {
 public:
  /// Nothing on an error. Where two match the same text, registers come first, then meetings, then
  /// references, so that a pattern for meetings in general leaves the known ones their pages.
  static std::optional<IdPatterns> make(const std::vector<RegisterDefinition>& registers,
                                        const std::vector<ReferenceDefinition>& references,
                                        const std::map<std::string, std::string>& spellings,
                                        Diagnostics& diagnostics);

  std::vector<Mention> find_all(std::string_view text) const;
  /// The mention that the text begins with.
  std::optional<Mention> find_leading(std::string_view text) const;
  /// Where the text up to its end or first ':' is one slip away from a register's id, and no
  /// mention itself: the register's index.
  std::optional<std::size_t> nearly_leading(std::string_view text) const;

 private:
  struct Pattern {
    Mention::Kind kind = Mention::Kind::entry;
    std::string definition;
    std::unique_ptr<re2::RE2> whole;
  };

  IdPatterns() = default;
  void add(Mention::Kind kind, std::string_view definition, std::string_view pattern,
           const SourceSpan& span, Diagnostics& diagnostics);
  void join(Diagnostics& diagnostics);
  std::optional<TextRange> match_any(std::string_view text, std::size_t from,
                                     re2::RE2::Anchor anchor) const;
  std::optional<Mention> classify(std::string_view match) const;

  std::vector<Pattern> patterns_;
  std::unique_ptr<re2::RE2> any_;        ///< All patterns, as words; none where there is none.
  std::unique_ptr<re2::RE2> any_entry_;  ///< Those of the registers, likewise.
  MeetingSpellings meetings_;
};

}  // namespace opsg::released
