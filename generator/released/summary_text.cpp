#include "summary_text.h"

#include "text.h"

namespace opsg::released {
namespace {

bool begins_sentence(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '(' || c == '[' || c == '"' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// One letter before the full stop is an initial: "J. Doe", "e.g. PM2".
bool is_initial(std::string_view text, std::size_t stop) {
  return stop < 2 || text[stop - 2] == ' ' || text[stop - 2] == '.';
}

/// The offset behind the sentence that begins at `start`.
std::size_t end_of_sentence(std::string_view text, std::size_t start) {
  for (std::size_t i = start; i + 2 < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    if (text[i + 1] != ' ' || !begins_sentence(text[i + 2])) continue;
    if (text[i] != '.' || !is_initial(text, i)) return i + 1;
  }
  return text.size();
}

std::string cut_at_space(std::string_view text, std::size_t most) {
  std::size_t end = text.rfind(' ', most);
  if (end == std::string_view::npos || end == 0) {
    for (end = most; end > 0 && is_continuation(text[end]); --end) {
    }
  }
  return std::string(trim_right(text.substr(0, end))) + " \xE2\x80\xA6";
}

}  // namespace

std::string first_sentences(std::string_view text, std::size_t most) {
  const std::string line = collapse_space(text);
  std::size_t end = end_of_sentence(line, 0);
  if (end > most) return cut_at_space(line, most);
  while (end < line.size()) {
    const std::size_t next = end_of_sentence(line, end + 1);
    if (next > most) break;
    end = next;
  }
  return line.substr(0, end);
}

}  // namespace opsg::released
