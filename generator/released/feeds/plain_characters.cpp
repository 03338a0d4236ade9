#include "plain_characters.h"

#include "text.h"

namespace opsg::released {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n' || c == U'\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string plain_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : decode_utf8(text)) {
    append_utf8(out, is_xml_character(c) ? c : kReplacement);
  }
  return out;
}

}  // namespace opsg::released
