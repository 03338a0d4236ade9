#include "marking_mention.h"

#include "ascii.h"
#include "bare_names.h"
#include "bracket_elements.h"
#include "byte_set.h"
#include "loose_marks.h"

namespace opsg::restricted {
namespace {

bool is_passed_over(const FoldedChar& c) {
  return is_space(c) || is_emphasis(c) || c.value == U'>' || c.value == U'`' || c.value == U'\\';
}

bool is_capital(const FoldedChar& c) {
  return is_ascii_upper(c.value);
}

bool starts_word(const FoldedMarkup& text, std::size_t at) {
  return is_word(text[at]) && (at == 0 || !is_word(text[at - 1]));
}

/// Whether a marking or a near-miss could go on so behind a name, or end.
bool precedes_mark(const FoldedMarkup& text, std::size_t at) {
  if (at < text.size() && is_emphasis(text[at])) return true;
  for (; at < text.size() && is_passed_over(text[at]); ++at) {
    if (std::u32string_view(U"\n\r>").find(text[at].value) != std::u32string_view::npos)
      return true;
  }
  if (at == text.size() || is_separator(text[at]) || is_closing_bracket(text[at])) return true;
  const bool mark =
      std::u32string_view(U".!?<#\\").find(text[at].value) != std::u32string_view::npos;
  return mark || could_be_loose_mark(text[at]) || is_quote(text[at]) || is_capital(text[at]) ||
         element_separator(text, at) != 0 || precedes_bare_text(text, at);
}

/// A tag or comment may hide a part of a name, or stand within one.
bool could_hold_tag(std::string_view text) {
  constexpr ByteSet kOpensTag = ByteSet("/!?").add_range('a', 'z').add_range('A', 'Z');
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 < text.size() && kOpensTag.contains(text[at + 1])) return true;
  }
  return false;
}

bool could_mark(const FoldedMarkup& text, const NameMatch& match) {
  return match.name->has_colon() || precedes_mark(text, match.end);
}

}  // namespace

bool mentions_marking(std::string_view text, const LevelNames& names) {
  if (could_hold_tag(text)) return true;
  const FoldedMarkup folded = fold_markup(text, {});
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (is_opening_bracket(folded[i])) {
      std::size_t at = i + 1;
      while (at < folded.size() && is_passed_over(folded[at])) ++at;
      if (names.match(folded, at)) return true;
    }
    if (!starts_word(folded, i)) continue;
    const auto match = names.match(folded, i);
    if (match ? could_mark(folded, *match) : names.match_foreign(folded, i).has_value())
      return true;
  }
  return false;
}

}  // namespace opsg::restricted
