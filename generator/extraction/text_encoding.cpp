#include "text_encoding.h"

#include <algorithm>
#include <array>

#include "text.h"

namespace opsg::extraction {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Windows-1252 from 0x80 to 0x9F; the rest is Latin-1.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string decode_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80u] : byte);
  }
  return text;
}

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The 16-bit units of a text behind its byte order mark.
class Utf16Units {
 public:
  Utf16Units(std::string_view bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

  std::size_t size() const { return bytes_.size() / 2; }
  char32_t operator[](std::size_t i) const {
    const auto first = static_cast<unsigned char>(bytes_[2 * i]);
    const auto second = static_cast<unsigned char>(bytes_[2 * i + 1]);
    return static_cast<char32_t>(big_endian_ ? first << 8 | second : second << 8 | first);
  }

 private:
  std::string_view bytes_;
  bool big_endian_;
};

DecodedText decode_utf16(std::string_view bytes, bool big_endian) {
  DecodedText decoded{{}, TextEncoding::utf16, bytes.size() % 2};
  const Utf16Units units(bytes, big_endian);
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t code_point = units[i];
    if (is_high_surrogate(code_point) && i + 1 < units.size() && is_low_surrogate(units[i + 1])) {
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (units[++i] - 0xDC00);
    } else if (is_high_surrogate(code_point) || is_low_surrogate(code_point)) {
      code_point = kReplacement;
      ++decoded.undecodable;
    }
    append_utf8(decoded.text, code_point);
  }
  return decoded;
}

bool is_space(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Vertical tabs are how Word ends a line inside a paragraph.
bool is_line_end(char32_t c) {
  return c == '\n' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\f') || (c >= 0x7F && c <= 0x9F);
}

/// Unicode's format characters that texts in our letters do without, soft hyphens included.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_valid_utf8(bytes)) return {std::string(bytes), TextEncoding::utf8, 0};
  return {decode_windows_1252(bytes), TextEncoding::windows_1252, 0};
}

CleanText clean_text(std::string_view text) {
  CleanText clean;
  clean.text.reserve(text.size());
  std::uint32_t line = 1;
  const std::u32string characters = decode_utf8(text);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    const bool before_newline = i + 1 < characters.size() && characters[i + 1] == '\n';
    if (c == '\r' && before_newline) continue;
    if (is_line_end(c) || c == '\r') {
      clean.text += '\n';
      ++line;
    } else if (is_space(c)) {
      clean.text += ' ';
    } else if (is_control(c) || is_invisible(c)) {
      if (clean.removed++ == 0) clean.first_line = line;
    } else {
      append_utf8(clean.text, c);
    }
  }
  return clean;
}

}  // namespace opsg::extraction
