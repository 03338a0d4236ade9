#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source_span.h"

namespace opsg::restricted {

/// What stands between a word and the one before it.
enum class WordGap {
  joined,     ///< White space, a line break, emphasis, a hyphen, an apostrophe.
  dot,        ///< The same with a full stop.
  broken,     ///< Other punctuation, or the start of a list item.
  paragraph,  ///< A blank line, or the start of the text.
};

/// A run of letters and digits as a reader sees it: entities and zero-width characters are no part
/// of it, whatever markup surrounds it.
struct SourceWord {
  std::string text;  ///< Folded (fold_text), forms in other type as the letters that they are of.
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< In bytes, from 1.
  std::uint32_t length = 0;  ///< In bytes of the source.
  WordGap gap = WordGap::paragraph;
  bool capital = false;  ///< Begins with an ASCII capital.
};

/// The words of UTF-8 text whose first character stands at `line` and `column` of its file.
std::vector<SourceWord> source_words(std::string_view text, std::uint32_t line = 1,
                                     std::uint32_t column = 1);

/// The place of consecutive words (at least one), as far as they stand on the line of the first.
SourceSpan span_of_words(std::span<const SourceWord> words, const SourcePath& path);

}  // namespace opsg::restricted
