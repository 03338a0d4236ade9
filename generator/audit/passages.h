#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "audit_words.h"
#include "sources.h"

namespace opsg::audit {

enum class PassageKind { text, span, value, name, link, file_name, comment };

/// A piece of the sources that the audience may not see: a paragraph, a cell, a TOML value.
struct Passage {
  PassageKind kind = PassageKind::text;
  const SourceFile* file = nullptr;  ///< Borrowed; words stand at its bytes, unless `span` is set.
  SourceSpan span;                   ///< Line 0: found by the words.
  std::vector<Word> words;
  /// File names only: what it names cannot be meant by anything else.
  bool certain = false;
  /// Spans only: which of the words are secret. The others are the public ones around them.
  std::size_t secret_begin = 0;
  std::size_t secret_end = 0;
};

/// What one file holds, as the audit understands it.
struct FileReading {
  std::vector<Passage> withheld;
  bool is_withheld = false;  ///< An attachment, or a file that nothing lists.
  bool may_be_copied = false;
  bool depends_on_clock = false;     ///< Which of it is withheld.
  std::vector<Word> cleared_prose;   ///< Of Markdown. A run is what is not interrupted by a secret.
  std::vector<Word> cleared_values;  ///< Of TOML, paths and link targets; a run each.
  /// Short values and cells, each a run: what pages put together in ways no source does.
  std::vector<Word> atoms;
};

/// A piece of a cleared source. `joins`: it follows the cleared piece before it.
void add_cleared_prose(FileReading& reading, std::vector<Word> words, bool joins);
void add_cleared_value(FileReading& reading, const std::vector<Word>& words);
/// A value that pages show by itself; long ones are left out.
void add_atom(FileReading& reading, const std::vector<Word>& words);

/// The place of the words [first, last], which are of the passage, up to the end of the line.
SourceSpan place_of(const Passage& passage, std::size_t first, std::size_t last);

struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};
TextPlace place_in(std::string_view bytes, std::uint32_t offset);

}  // namespace opsg::audit
