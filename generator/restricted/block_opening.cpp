#include "block_opening.h"

#include "ascii.h"

namespace opsg::restricted {
namespace {

bool is_at(const FoldedMarkup& text, std::size_t at, std::u32string_view any) {
  return at < text.size() && any.find(text[at].value) != std::u32string_view::npos;
}

/// Brackets, tags and code have a meaning of their own, escaped or not.
bool is_mere_mark(const FoldedChar& c) {
  return !is_word(c) && c.value != kCodeSpan &&
         std::u32string_view(U"()[]{}<`").find(c.value) == std::u32string_view::npos;
}

std::size_t word_end(const FoldedMarkup& text, std::size_t at) {
  while (at < text.size() && is_word(text[at])) ++at;
  return at;
}

/// `6`, `6.`, `3.1`, `3.1.`, `6)`
std::size_t pass_number(const FoldedMarkup& text, std::size_t begin) {
  if (!is_digit(text[begin])) return begin;
  std::size_t at = begin;
  while (at < text.size() && (is_digit(text[at]) || text[at].value == U'.')) ++at;
  if (is_at(text, at, U")")) ++at;
  return at < text.size() && !is_word(text[at]) ? at : begin;
}

bool is_enumerator_at(const FoldedMarkup& text, std::size_t begin, std::size_t end) {
  return is_enumerator(end - begin, [&](std::size_t i) { return text[begin + i].value; });
}

/// `a)`, `iv.`
std::size_t pass_letter(const FoldedMarkup& text, std::size_t begin) {
  const std::size_t end = word_end(text, begin);
  const bool counts = is_enumerator_at(text, begin, end) && is_at(text, end, U").");
  return counts && end + 1 < text.size() && !is_word(text[end + 1]) ? end + 1 : begin;
}

/// `[^1]`, `[^note]`
std::size_t pass_footnote(const FoldedMarkup& text, std::size_t begin) {
  if (!is_opening_bracket(text[begin]) || !is_at(text, begin + 1, U"^")) return begin;
  const std::size_t end = word_end(text, begin + 2);
  return end < text.size() && is_closing_bracket(text[end]) ? end + 1 : begin;
}

/// `(a)`, `(12)`, `[x]`, `[ ]`
std::size_t pass_bracketed(const FoldedMarkup& text, std::size_t begin) {
  if (!is_opening_bracket(text[begin])) return begin;
  const std::size_t content = begin + 1;
  std::size_t end = word_end(text, content);
  if (end == content) ++end;
  if (end >= text.size() || !is_closing_bracket(text[end])) return begin;
  const bool number = pass_number(text, content) == end;
  return number || is_enumerator_at(text, content, end) ? end + 1 : begin;
}

std::size_t pass_decoration(const FoldedMarkup& text, std::size_t at) {
  if (at >= text.size()) return at;
  if (is_mere_mark(text[at])) return at + 1;
  if (const std::size_t end = pass_number(text, at); end != at) return end;
  if (const std::size_t end = pass_letter(text, at); end != at) return end;
  if (const std::size_t end = pass_footnote(text, at); end != at) return end;
  return pass_bracketed(text, at);
}

}  // namespace

std::size_t find_first_word(const FoldedMarkup& text, std::size_t begin) {
  std::size_t at = begin;
  for (std::size_t next = pass_decoration(text, at); next != at; next = pass_decoration(text, at)) {
    at = next;
  }
  return at;
}

}  // namespace opsg::restricted
