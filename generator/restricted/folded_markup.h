#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inline_atoms.h"

namespace opsg::restricted {

/// A character of inline Markdown as a reader takes it: entities decoded, look-alikes folded.
struct FoldedChar {
  char32_t value = 0;
  std::size_t offset = 0;  ///< Of its first byte in the source.
  bool escaped = false;    ///< Behind a backslash: never markup.
};

/// What a reader sees of inline text. Characters that cannot be seen, and comments, are left out.
using FoldedMarkup = std::vector<FoldedChar>;

/// Stands for a whole code span.
constexpr char32_t kCodeSpan = U'\uFFFC';

/// `atoms` are the code spans and comments to respect, by place.
FoldedMarkup fold_markup(std::string_view text, const std::vector<InlineAtom>& atoms);

/// A character of folded text in a byte: ASCII as it is, other letters and digits as
/// kOtherWordByte, the rest as kOtherByte.
char byte_of(char32_t folded);
constexpr char kOtherWordByte = '\x80';
constexpr char kOtherByte = '\x81';

/// The folded text in a byte a character; code spans and comments are not respected. Of what was
/// escaped, brackets become kOtherByte. Nothing where there are characters that cannot be seen or
/// entities that end a line: such lines are not what they look like.
std::optional<std::string> fold_to_bytes(std::string_view text);

/// In small letters what ASCII has of it, else as byte_of() gives it.
char lower_byte(const FoldedChar& c);

bool is_space(const FoldedChar& c);
bool is_digit(const FoldedChar& c);
bool is_word(const FoldedChar& c);
/// A delimiter of emphasis or strikethrough, which may surround a name without a reader's notice.
bool is_emphasis(const FoldedChar& c);
/// Round, square or curly, and not escaped.
bool is_opening_bracket(const FoldedChar& c);
bool is_closing_bracket(const FoldedChar& c);
/// ':' or a dash, and not escaped.
bool is_separator(const FoldedChar& c);

}  // namespace opsg::restricted
