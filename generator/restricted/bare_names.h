#pragma once

#include <cstddef>

#include "folded_markup.h"
#include "level_names.h"

namespace opsg::restricted {

/// Behind what makes an unbracketed name at a block's start look like a marking: `AMBER:`,
/// `AMBER -`, `AMBER;`, an arrow, `AMBER ONLY:`. The name's end where nothing does, also where the
/// mark leads to another level: "RED, then an arrow, then GREEN" tells of a status.
std::size_t bare_name_end(const FoldedMarkup& text, const NameMatch& name, const LevelNames& names);

/// Whether such a thing, beyond a ':' or dash, could stand there.
bool precedes_bare_text(const FoldedMarkup& text, std::size_t at);

/// Behind a word that people put beside a level's name on a line of its own, "BEGIN" or "section";
/// `at` where there is none.
std::size_t pass_mark_word(const FoldedMarkup& text, std::size_t at);

/// The same for the words of a heading, "AMBER items".
std::size_t pass_heading_word(const FoldedMarkup& text, std::size_t at);

/// Whether a line of minutes begins there that a register takes, `ACTION OPSG 41/02`.
bool opens_entry(const FoldedMarkup& text, std::size_t at);

bool is_letter_at(const FoldedMarkup& text, std::size_t at);

/// Whether the words before `end` are about a status, `(RAG: RED)`, or also something numbered,
/// `(LSC 1: RED)`.
bool speaks_of_status(const FoldedMarkup& text, std::size_t begin, std::size_t end);
/// Whether the clause before `end` names a status near it, "the RAG rating", or at its start,
/// "Status of the milestone: late".
bool names_status(const FoldedMarkup& text, std::size_t end);
bool ends_status_word(const FoldedMarkup& text, std::size_t end);
bool tells_status(const FoldedMarkup& text, std::size_t begin, std::size_t end);

/// Whether the bracket is one that people put around the begin and end of marked text: square and
/// no link, or opening with a word like "End".
bool encloses_mark(const FoldedMarkup& text, std::size_t open, std::size_t close);

}  // namespace opsg::restricted
