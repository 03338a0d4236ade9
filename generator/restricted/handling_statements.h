#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy.h"
#include "source_words.h"
#include "word_filter.h"

namespace opsg::restricted {

/// Finds the policy's handling statements, and claims like "classified as White", in text: whatever
/// their case, quotes, emphasis and line breaks, and also where only a distinctive part is left.
class HandlingStatements {
 public:
  explicit HandlingStatements(const Policy& policy);

  struct Found {
    std::vector<Level> levels;  ///< Whose it is: several where levels share a statement.
    std::size_t first_word = 0;
    std::size_t word_count = 0;
    bool claim = false;  ///< The text tells its own level (level_claims.h).
  };

  /// By place, disjoint.
  std::vector<Found> find(std::span<const SourceWord> words) const;

  /// Whether the text, of which only a part is the statement that was found in it, says "not" more
  /// or less often than that.
  bool is_denied(const Found& found, std::span<const SourceWord> words) const;

  /// The levels whose statement the whole text could be, mistyped; may be none.
  std::vector<Level> nearest_levels(std::span<const SourceWord> words) const;

 private:
  struct Pattern {
    Level level;
    std::vector<std::string> words;
    std::size_t least_words = 0;  ///< That many of the first words tell it apart.
  };

  void add_name(Level level, std::string_view name);
  /// False for most words.
  bool may_begin_any(std::string_view word) const;
  Found match_statement(std::span<const SourceWord> words, std::size_t at) const;
  Found match_claim(std::span<const SourceWord> words, std::size_t at) const;
  static std::size_t matching_words(const Pattern& pattern, std::span<const SourceWord> words,
                                    std::size_t at);

  std::vector<Pattern> statements_;
  WordFilter statement_words_;
  WordFilter claim_words_;
  std::vector<Pattern> names_;
};

}  // namespace opsg::restricted
