#include "source_lines.h"

#include <algorithm>

namespace opsg::restricted {

SourceLines::SourceLines(std::string_view text) : text_(text) {
  // Looking for a single character is many times faster than for one of two.
  const bool returns = text.find('\r') != std::string_view::npos;
  const auto next_ending = [&](std::size_t from) {
    return returns ? text.find_first_of("\r\n", from) : text.find('\n', from);
  };
  begins_.push_back(0);
  std::size_t at = 0;
  while ((at = next_ending(at)) != std::string_view::npos) {
    at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    begins_.push_back(at);
  }
  if (begins_.back() != text.size()) begins_.push_back(text.size());
}

std::size_t SourceLines::end(std::uint32_t line) const {
  std::size_t end = next(line);
  if (end > begin(line) && text_[end - 1] == '\n') --end;
  if (end > begin(line) && text_[end - 1] == '\r') --end;
  return end;
}

std::uint32_t SourceLines::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - begins_.begin());
  return std::clamp<std::uint32_t>(line, 1, std::max<std::uint32_t>(count(), 1));
}

}  // namespace opsg::restricted
