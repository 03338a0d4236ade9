#include "summary_text.h"

#include <algorithm>

#include "ascii.h"
#include "text.h"

namespace opsg::released {
namespace {

const std::string kEllipsis = "\u2026";

bool begins_sentence(char c) {
  return is_ascii_upper(c) || is_ascii_digit(c) || c == '(' || c == '[' || c == '"' ||
         is_beyond_ascii(c);
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
  return std::string(trim_right(text.substr(0, end))) + " " + kEllipsis;
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

std::string text_around(std::string_view text, std::size_t at, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t begin = std::min(at - std::min(at, most / 2), text.size() - most);
  std::size_t end = begin + most;
  if (begin > 0) {
    const std::size_t space = text.find(' ', begin - 1);
    if (space < at) begin = space + 1;
    while (begin < at && is_continuation(text[begin])) ++begin;
  }
  if (end == text.size()) return kEllipsis + (" " + std::string(text.substr(begin)));
  const std::size_t space = text.rfind(' ', end);
  if (space != text.npos && space > at) end = space;
  while (end > at && is_continuation(text[end])) --end;
  const std::string middle(trim_right(text.substr(begin, end - begin)));
  return (begin > 0 ? kEllipsis + (" " + middle) : middle) + " " + kEllipsis;
}

}  // namespace opsg::released
