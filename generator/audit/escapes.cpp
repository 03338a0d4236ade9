#include "escapes.h"

#include <charconv>
#include <optional>

#include "byte_set.h"
#include "text.h"

namespace opsg::audit {
namespace {

constexpr std::size_t kLongestEntity = 12;

constexpr DecodedEscape kNoEscape;

DecodedEscape decoded(std::string_view bytes, std::size_t length) {
  DecodedEscape escape;
  escape.length = static_cast<std::uint8_t>(length);
  escape.size = static_cast<std::uint8_t>(bytes.copy(escape.bytes, sizeof escape.bytes));
  return escape;
}

DecodedEscape decoded(char c, std::size_t length) {
  return decoded(std::string_view(&c, 1), length);
}

/// A space for what is no character.
DecodedEscape decoded_code_point(std::uint32_t c, std::size_t length) {
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  std::string utf8;
  append_utf8(utf8, surrogate || c > 0x10FFFF ? U' ' : static_cast<char32_t>(c));
  return decoded(utf8, length);
}

std::optional<std::uint32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

DecodedEscape decode_entity(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestEntity).find(';');
  if (end == std::string_view::npos || end < 2) return kNoEscape;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto value = number(name.substr(hex ? 2 : 1), hex ? 16 : 10);
    return value ? decoded_code_point(*value, end + 1) : kNoEscape;
  }
  const std::string_view known = named_entity(name);
  return known.empty() ? kNoEscape : decoded(known, end + 1);
}

DecodedEscape decode_percent(std::string_view text) {
  if (text.size() < 3) return kNoEscape;
  const auto value = number(text.substr(1, 2), 16);
  if (!value) return kNoEscape;
  return decoded(*value < 0x20 ? ' ' : static_cast<char>(*value), 3);
}

std::optional<std::uint32_t> utf16_unit(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return std::nullopt;
  return number(text.substr(2, 4), 16);
}

DecodedEscape decode_backslash(std::string_view text) {
  if (text.size() < 2) return kNoEscape;
  if (const auto unit = utf16_unit(text)) {
    const auto low = *unit >= 0xD800 && *unit < 0xDC00 ? utf16_unit(text.substr(6)) : std::nullopt;
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return decoded_code_point(*unit, 6);
    return decoded_code_point(0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 12);
  }
  if (std::string_view("nrtbfN").find(text[1]) != std::string_view::npos) return decoded(' ', 2);
  if (std::string_view("/\"\\,;").find(text[1]) != std::string_view::npos) {
    return decoded(text[1], 2);
  }
  return kNoEscape;
}

/// What stands in escapes of any kind.
constexpr ByteSet kInEscapes =
    ByteSet("&#;%\\/\",").add_range('0', '9').add_range('A', 'Z').add_range('a', 'z');

}  // namespace

DecodedEscape decode_escape(std::string_view text) {
  switch (text[0]) {
    case '&':
      return decode_entity(text);
    case '%':
      return decode_percent(text);
    case '\\':
      return decode_backslash(text);
    default:
      return kNoEscape;
  }
}

bool parts_escapes(char c) {
  return !kInEscapes.contains(c);
}

}  // namespace opsg::audit
