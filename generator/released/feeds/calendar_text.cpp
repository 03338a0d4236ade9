#include "calendar_text.h"

#include <utility>

#include "plain_characters.h"

namespace opsg::released {
namespace {

constexpr std::size_t kLongestLine = 75;

bool continues_a_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The longest part of at most `limit` octets that ends where a character does.
std::size_t fold_length(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  std::size_t length = limit;
  while (length > 1 && continues_a_character(text[length])) --length;
  return length;
}

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      if (c == '\\' || c == ',' || c == ';') out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace

void CalendarText::line(std::string_view name, std::string_view value) {
  const std::string whole = plain_characters(std::string(name) + ':' + std::string(value));
  std::string_view rest = whole;
  std::size_t limit = kLongestLine;
  for (;;) {
    const std::size_t length = fold_length(rest, limit);
    text_.append(rest.substr(0, length)).append("\r\n");
    rest.remove_prefix(length);
    if (rest.empty()) return;
    text_ += ' ';
    limit = kLongestLine - 1;
  }
}

void CalendarText::text(std::string_view name, std::string_view value) {
  line(name, escaped(value));
}

std::string CalendarText::take() {
  return std::move(text_);
}

}  // namespace opsg::released
