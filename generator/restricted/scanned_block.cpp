#include "scanned_block.h"

#include <algorithm>

#include "block_opening.h"
#include "bracket_pairs.h"

namespace opsg::restricted {
namespace {

bool is_idle(const FoldedChar& c) {
  const bool punctuation =
      std::u32string_view(U".:;,!?-").find(c.value) != std::u32string_view::npos;
  return is_space(c) || is_emphasis(c) || is_idle_backslash(c) || punctuation;
}

}  // namespace

ScannedBlock::ScannedBlock(std::string_view block_text, TextPlace block_place,
                           const std::vector<InlineAtom>& atoms, const LevelNames& level_names)
    : text(block_text),
      place(block_place),
      names(level_names),
      folded(fold_markup(block_text, atoms)),
      first_word(find_first_word(folded, 0)),
      partner(pair_brackets(folded)) {}

bool ScannedBlock::reads(std::size_t offset, std::string_view before, const LevelName& name,
                         std::string_view after) const {
  const std::string_view rest = text.substr(offset);
  return rest.starts_with(before) && rest.substr(before.size()).starts_with(name.capitals) &&
         rest.substr(before.size() + name.capitals.size()).starts_with(after);
}

std::size_t ScannedBlock::skip(std::size_t at, bool lines) const {
  while (at < folded.size()) {
    const FoldedChar& c = folded[at];
    const bool passed =
        is_emphasis(c) || is_idle_backslash(c) || (is_space(c) && (lines || c.value == U' '));
    if (!passed) break;
    ++at;
  }
  return at;
}

std::size_t ScannedBlock::index_of(std::size_t offset) const {
  const auto at =
      std::lower_bound(folded.begin(), folded.end(), offset,
                       [](const FoldedChar& c, std::size_t wanted) { return c.offset < wanted; });
  return static_cast<std::size_t>(at - folded.begin());
}

std::size_t ScannedBlock::first_word_from(std::size_t offset) const {
  return find_first_word(folded, index_of(offset));
}

bool ScannedBlock::ends_line(std::size_t at) const {
  while (at < folded.size() && folded[at].value != U'\n' && is_idle(folded[at])) ++at;
  return at == folded.size() || folded[at].value == U'\n';
}

bool ScannedBlock::ends_bracket(std::size_t at) const {
  while (at < folded.size() && is_idle(folded[at])) ++at;
  return at == folded.size() || is_closing_bracket(folded[at]);
}

bool ScannedBlock::is_clause_break(std::size_t at) const {
  if (!is_separator(folded[at])) return false;
  const bool joins =
      at > 0 && at + 1 < folded.size() && is_word(folded[at - 1]) && is_word(folded[at + 1]);
  return folded[at].value == U':' || !joins;
}

std::size_t ScannedBlock::end_offset(std::size_t at) const {
  return at + 1 < folded.size() ? folded[at + 1].offset : text.size();
}

bool is_idle_backslash(const FoldedChar& c) {
  return c.value == U'\\' && !c.escaped;
}

}  // namespace opsg::restricted
