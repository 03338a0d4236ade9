#include "bracket_elements.h"

#include <string_view>

namespace opsg::restricted {
namespace {

bool is_and(const FoldedMarkup& text, std::size_t at) {
  constexpr std::u32string_view kAnd = U"and";
  if (at + kAnd.size() > text.size() || (at > 0 && is_word(text[at - 1]))) return false;
  for (std::size_t i = 0; i < kAnd.size(); ++i) {
    if ((text[at + i].value | 0x20) != kAnd[i]) return false;
  }
  return at + kAnd.size() == text.size() || !is_word(text[at + kAnd.size()]);
}

}  // namespace

std::size_t element_separator(const FoldedMarkup& text, std::size_t at) {
  if (at >= text.size() || text[at].escaped) return 0;
  if (std::u32string_view(U"/,;&+").find(text[at].value) != std::u32string_view::npos) return 1;
  return is_and(text, at) ? 3 : 0;
}

}  // namespace opsg::restricted
