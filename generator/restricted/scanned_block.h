#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "folded_markup.h"
#include "level_names.h"
#include "marking_scanner.h"

namespace opsg::restricted {

/// The text of one block as markings are looked for in it. Text and names are borrowed; positions
/// are indices of `folded` unless they are called offsets, which are those of `text`.
struct ScannedBlock {
  ScannedBlock(std::string_view text, TextPlace place, const std::vector<InlineAtom>& atoms,
               const LevelNames& names);

  std::string_view text;
  TextPlace place;
  const LevelNames& names;
  FoldedMarkup folded;
  std::size_t first_word;            ///< block_opening.h
  std::vector<std::size_t> partner;  ///< bracket_pairs.h

  /// Whether the name stands at an offset in plain capitals, between these texts.
  bool reads(std::size_t offset, std::string_view before, const LevelName& name,
             std::string_view after) const;
  /// Of the first character that begins at an offset or behind it.
  std::size_t index_of(std::size_t offset) const;
  /// Where words begin behind the byte at an offset, decoration passed over (block_opening.h).
  std::size_t first_word_from(std::size_t offset) const;
  /// Behind emphasis, idle backslashes and white space, that of other lines included or not.
  std::size_t skip(std::size_t at, bool lines) const;
  /// Whether nothing but punctuation follows on the line, or in the bracket.
  bool ends_line(std::size_t at) const;
  bool ends_bracket(std::size_t at) const;
  /// A colon, or a dash that joins no word: not that of "infra-red".
  bool is_clause_break(std::size_t at) const;
  /// Behind the character at a position.
  std::size_t end_offset(std::size_t at) const;
};

/// One that escapes nothing: `(\AMBER)`.
bool is_idle_backslash(const FoldedChar& c);

}  // namespace opsg::restricted
