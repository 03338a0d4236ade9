#include "template_indentation.h"

#include <algorithm>
#include <cstddef>

namespace opsg::released {

std::string_view first_indentation(std::string_view text) {
  for (;;) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t indentation = line.find_first_not_of(" \t");
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank) return line.substr(0, indentation);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
}

std::string_view without_dedent(std::string_view line, std::string_view dedent) {
  const auto differs = std::mismatch(line.begin(), line.end(), dedent.begin(), dedent.end()).first;
  return line.substr(static_cast<std::size_t>(differs - line.begin()));
}

std::string dedented(std::string_view text, bool starts_line, std::string_view dedent) {
  if (dedent.empty()) return std::string(text);
  std::string out;
  for (bool at_line_start = starts_line; !text.empty(); at_line_start = true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t length = std::min(line.size() + 1, text.size());
    const std::string_view whole = text.substr(0, length);
    out += at_line_start ? without_dedent(whole, dedent) : whole;
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace opsg::released
