#pragma once

#include <string>
#include <string_view>

namespace opsg {

/// Letters, digits and combining marks of any script; the rest separates words.
bool is_word_character(char32_t c);

/// Zero-width characters, which a reader cannot see inside a word: soft hyphen, joiners, BOM.
bool is_invisible(char32_t c);

/// The letter without case and Latin accent: U+00C9 and U+0065 both fold to 'e'. Zero for a
/// combining mark, so that composed and decomposed spellings fold alike. Other scripts fold by case
/// where it is a fixed distance (Greek, Cyrillic).
char32_t fold_letter(char32_t c);

/// The text (UTF-8) with every letter folded: two texts that a reader could take for one another by
/// case, accents or Unicode normalisation are equal.
std::string fold_text(std::string_view text);

}  // namespace opsg
