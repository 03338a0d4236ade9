#pragma once

namespace opsg {

/// Whether the character turns the direction of the text behind it, or lets it return (Unicode's
/// explicit embeddings, overrides and isolates): what is shown is then not what is written.
inline bool turns_text(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace opsg
