#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "source_words.h"

namespace opsg::restricted {

/// What leads up to a level's name where a text tells its own level.
struct ClaimLead {
  std::size_t word_count = 0;
  bool ends_line = false;   ///< Only a name that nothing follows on its line is meant.
  bool of_content = false;  ///< Only a name with is_content() behind it is meant.
};

/// "Classification:", "Security classification: ", "Marking", "Treat as", and "classified as",
/// "classified by the chair as" or "contains" where it is said of this text: "This paper is
/// classified as". Nothing where it is said of another: "asked that it be classified as".
std::optional<ClaimLead> claim_lead(std::span<const SourceWord> words, std::size_t at);

/// Whether the name of `count` words at `at` is what this text is said to be: "This annex is
/// TLP:AMBER". A name of one word, which could be a status, must end its sentence, have a capital
/// and be said of what has no status: "This section is Amber."
bool is_told_of_this(std::span<const SourceWord> words, std::size_t at, std::size_t count);

/// Whether the word at `at` goes with a level that a text contains: "AMBER information".
bool is_content(std::span<const SourceWord> words, std::size_t at);

/// Whether a heading like "Classification" or "TLP" is that of a label, by such a word; and which
/// words may stand beside it: "Security classification level".
bool names_label(std::string_view word);
bool belongs_to_label(std::string_view word);

/// The words at which claim_lead() finds anything.
std::span<const std::string_view> words_of_claims();

}  // namespace opsg::restricted
