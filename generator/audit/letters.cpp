#include "letters.h"

namespace opsg::audit {
char32_t fold(char32_t c) {
  if (is_in(c, U'A', U'Z')) return c + 32;
  if (c < 0xC0) return c;
  if (is_in(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (is_in(c, 0x139, 0x148) || is_in(c, 0x179, 0x17E)) return c + (c & 1);
  if (is_in(c, 0x100, 0x177)) return c | 1;
  if (c == 0x178) return 0xFF;
  if (is_in(c, 0x391, 0x3A9) || is_in(c, 0x410, 0x42F)) return c + 32;
  if (is_in(c, 0x400, 0x40F)) return c + 80;
  return c;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || is_in(c, 0x200B, 0x200F) || is_in(c, 0x202A, 0x202E) ||
         is_in(c, 0x2060, 0x206F) || is_in(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_in(c | 0x20, U'a', U'z') || is_digit(c);
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool punctuation = c == 0xD7 || c == 0xF7 || is_in(c, 0x2000, 0x206F) ||
                           is_in(c, 0x2190, 0x2BFF) || is_in(c, 0x3000, 0x303F) ||
                           is_in(c, 0xFE00, 0xFE0F) || c == 0xFEFF || c == 0xFFFD;
  return !punctuation;
}

CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const CodePoint single{lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return single;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (text.size() < length) return single;
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return single;
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  return {value, length};
}

}  // namespace opsg::audit
