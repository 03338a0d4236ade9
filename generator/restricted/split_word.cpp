#include "split_word.h"

#include <algorithm>

namespace opsg::restricted {
namespace {

/// Longer tags and targets are not looked through, so that no text takes quadratic time.
constexpr std::size_t kLongestTag = 512;

bool is_markup(const FoldedMarkup& text, std::size_t at, char32_t mark) {
  return at < text.size() && !text[at].escaped && text[at].value == mark;
}

/// Behind the next `mark`; `at` where it is too far.
std::size_t pass_to(const FoldedMarkup& text, std::size_t at, char32_t mark) {
  const std::size_t limit = std::min(text.size(), at + kLongestTag);
  for (std::size_t i = at + 1; i < limit; ++i) {
    if (text[i].value == mark) return i + 1;
  }
  return at;
}

std::size_t pass_line_break(const FoldedMarkup& text, std::size_t at) {
  std::size_t end = at + 1;
  if (!is_markup(text, end, U'\n') && !is_markup(text, end, U'\r')) return at;
  while (end < text.size() && (is_space(text[end]) || text[end].value == U'>')) ++end;
  return end;
}

/// `](target)` or `][label]`
std::size_t pass_link_end(const FoldedMarkup& text, std::size_t at) {
  if (is_markup(text, at + 1, U'(')) return pass_to(text, at + 1, U')');
  if (is_markup(text, at + 1, U'[')) return pass_to(text, at + 1, U']');
  return at;
}

std::size_t pass_one(const FoldedMarkup& text, std::size_t at) {
  if (at >= text.size() || text[at].escaped) return at;
  if (is_emphasis(text[at])) return at + 1;
  switch (text[at].value) {
    case U'`':
    case U'[':
      return at + 1;
    case U']':
      return pass_link_end(text, at);
    case U'<':
      return pass_to(text, at, U'>');
    case U'\\':
      return pass_line_break(text, at);
    default:
      return at;
  }
}

}  // namespace

std::size_t pass_markup_in_word(const FoldedMarkup& text, std::size_t at) {
  for (std::size_t next = pass_one(text, at); next != at; next = pass_one(text, at)) at = next;
  return at;
}

}  // namespace opsg::restricted
