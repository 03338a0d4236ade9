#pragma once

#include <cstddef>
#include <span>

#include "source_words.h"

namespace opsg::restricted {

/// What a sentence is about, as far as it may be the text that it stands in.
enum class Subject {
  other,
  rated,     ///< "This item", "this": what can also have a status of its own.
  document,  ///< "This paper", or another one.
  part,      ///< "This section", "these headlines"
};

struct ClaimSubject {
  Subject subject = Subject::other;
  bool pointed_at = false;  ///< "This", not "the".
  bool now = false;         ///< "Is", not "was".
};

/// What the sentence is about whose "is", "were" or "been" stands before `at`, with a word between
/// at most: "This section is hereby", "Note that these minutes are". Another where there is none.
ClaimSubject subject_before(std::span<const SourceWord> words, std::size_t at);

/// What the sentence is about whose verb, told of now, stands at `verb`: "This section contains".
ClaimSubject subject_of_verb(std::span<const SourceWord> words, std::size_t verb);

}  // namespace opsg::restricted
