#pragma once

namespace opsg {

/// What a reader takes the character for: the ASCII letter that it looks like in another script
/// (Cyrillic, Greek, Armenian, Cherokee, Lisu) or another form (accented, fullwidth, mathematical,
/// raised, enclosed), an ASCII bracket, ':' or '-' for their variants, a space for every kind of
/// space. Others as they are.
char32_t look_alike_of(char32_t c);

/// Whether a reader sees nothing of the character: zero-width and control characters, variation
/// selectors and combining marks.
bool is_unseen(char32_t c);

}  // namespace opsg
