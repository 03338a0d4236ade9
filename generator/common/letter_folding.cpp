#include "letter_folding.h"

#include "ascii.h"
#include "text.h"

namespace opsg {
namespace {

// The base letters of U+00C0 to U+017F in order; '?' where there is none.
constexpr std::string_view kLatinBases =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatinBases.size() == 0x180 - 0xC0);

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_combining_mark(char32_t c) {
  return in(c, 0x0300, 0x036F);
}

}  // namespace

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_letter_or_digit(c);
  const bool latin_punctuation = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool punctuation = in(c, 0x2000, 0x206F) || in(c, 0x2190, 0x2BFF) || in(c, 0x3000, 0x303F);
  return !latin_punctuation && !punctuation && c != 0xD7 && c != 0xF7 && c != 0xFFFD;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || in(c, 0x200B, 0x200F) || in(c, 0x2060, 0x2064) || c == 0xFEFF;
}

char32_t fold_letter(char32_t c) {
  if (in(c, 'A', 'Z')) return c + 32;
  if (is_combining_mark(c)) return 0;
  if (in(c, 0xC0, 0x17F)) {
    const char base = kLatinBases[c - 0xC0];
    return base == '?' ? c : static_cast<char32_t>(base);
  }
  if (in(c, 0x0391, 0x03A9) || in(c, 0x0410, 0x042F)) return c + 0x20;
  if (in(c, 0x0400, 0x040F)) return c + 0x50;
  return c;
}

std::string fold_text(std::string_view text) {
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    const char32_t folded = is_invisible(c) ? 0 : fold_letter(c);
    if (folded != 0) append_utf8(out, folded);
  }
  return out;
}

}  // namespace opsg
