#pragma once

#include <cstddef>

#include "folded_markup.h"
#include "level_names.h"

namespace opsg::restricted {

/// Behind a mark by which people part a level's name from the text that it is about, where text of
/// no other level follows: `AMBER. text`, `AMBER / text`, `AMBER=text`, `AMBER information: text`.
/// `at` where none stands there. A key of statuses, `RED=late, AMBER=at risk`, has none.
std::size_t pass_loose_mark(const FoldedMarkup& text, std::size_t at, const LevelNames& names);

/// Whether such a mark, or a symbol that only decorates a name, could be that.
bool could_be_loose_mark(const FoldedChar& c);

/// An emoji, a raised figure or the like: beyond ASCII, and no letter.
bool is_decoration(const FoldedChar& c);

/// Whether the word at `at` begins a sentence that a level's name before it is no part of: `AMBER
/// The supplier`, but `RED Team`.
bool opens_sentence(const FoldedMarkup& text, std::size_t at);

/// Behind the quotation marks at `at`, and the spaces before them; `at` where there are none.
std::size_t pass_quotes(const FoldedMarkup& text, std::size_t at);
bool is_quote(const FoldedChar& c);

/// Whether a word is one that a quoted name goes on with, `"RED" means`, or that leads to one, `the
/// status is "RED"`.
bool follows_quoted_name(const FoldedMarkup& text, std::size_t at);
bool leads_to_quoted_name(const FoldedMarkup& text, std::size_t end);

/// Whether an abbreviation ends before the full stop at `end`: "vs.", "Mr.", "e.g.".
bool ends_abbreviation(const FoldedMarkup& text, std::size_t end);

/// Whether a level's name in capitals ends before `end`: "from RED - AMBER".
bool stands_behind_name(const FoldedMarkup& text, std::size_t end, const LevelNames& names);

}  // namespace opsg::restricted
