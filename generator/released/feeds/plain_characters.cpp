#include "plain_characters.h"

#include <algorithm>

#include "byte_set.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr ByteSet kPlainAscii = ByteSet("\t\n\r").add_range(' ', '\x7F');
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n' || c == U'\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string plain_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0;;) {
    const std::size_t end = kPlainAscii.find_other(text, at);
    out.append(text, at, end - at);
    if (end == text.size()) return out;
    // A character ends where ASCII begins again, be it whole or not.
    at = std::max(kBeyondAscii.find_other(text, end), end + 1);
    for (const char32_t c : decode_utf8(text.substr(end, at - end))) {
      append_utf8(out, is_xml_character(c) ? c : kReplacement);
    }
  }
}

}  // namespace opsg::released
