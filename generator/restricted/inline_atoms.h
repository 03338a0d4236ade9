#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::restricted {

/// A stretch of inline text that is not read as markup or prose: a code span or an HTML comment.
struct InlineAtom {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool comment = false;
  /// As cmark gives it: a code span's literal (CommonMark 6.3), a comment with its delimiters.
  std::string literal;
};

/// The atoms of a paragraph, heading or cell, by place. Raw HTML and autolinks are not looked into,
/// so the caller compares the literals with those of the parser before it relies on the atoms.
std::vector<InlineAtom> find_inline_atoms(std::string_view text);

}  // namespace opsg::restricted
