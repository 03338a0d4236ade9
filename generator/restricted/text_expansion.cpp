#include "text_expansion.h"

#include <fmt/format.h>

#include <algorithm>

#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 20;
constexpr std::size_t kMostCopied = std::size_t{64} << 20;

std::size_t count(std::string_view text, char c) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

/// The line that begins there, without its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, text.find('\n', at) - at) : std::string_view();
}

std::optional<TextExpansion> find_large_table(std::string_view text) {
  const std::size_t lines = count(text, '\n') + 1;
  if (count(text, '|') * lines <= kMostCells) return std::nullopt;
  for (std::size_t start = 0; start < text.size();) {
    const std::string_view line = line_at(text, start);
    const std::size_t bars = count(line, '|');
    if (bars * lines > kMostCells) {
      return TextExpansion{start,
                           fmt::format("a line with {} bars (`|`) in a text of {} lines, each of "
                                       "which may be a row of as many cells",
                                       bars, lines),
                           "split the document, or attach the table as a spreadsheet"};
    }
    start += line.size() + 1;
  }
  return std::nullopt;
}

constexpr std::string_view kTitleOpeners = "\"'(";

char closer_of(char opener) {
  return opener == '(' ? ')' : opener;
}

/// Whether what stands on the line behind "[label]:" may go on in the next one: its title is not
/// closed there.
bool leaves_title_open(std::string_view rest) {
  for (std::size_t i = 1; i < rest.size(); ++i) {
    const bool opens = kTitleOpeners.find(rest[i]) != std::string_view::npos &&
                       (rest[i - 1] == ' ' || rest[i - 1] == '\t');
    if (!opens) continue;
    const std::string_view title = trim(rest.substr(i));
    const bool closed = title.size() > 1 && title.back() == closer_of(title.front()) &&
                        title[title.size() - 2] != '\\';
    return !closed;
  }
  return false;
}

bool may_begin_title(std::string_view line) {
  const std::string_view text = trim(line);
  return !text.empty() && kTitleOpeners.find(text.front()) != std::string_view::npos;
}

/// Where the paragraph ends that the line at `at` is a part of.
std::size_t end_of_paragraph(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::string_view line = line_at(text, at);
    if (trim(line).empty()) return at;
    at += line.size() + 1;
  }
  return text.size();
}

/// At most so many bytes are the address and the title of the definition whose "]:" stands there.
std::size_t length_of_definition(std::string_view text, std::size_t colon) {
  std::size_t start = colon;
  std::string_view line = line_at(text, start);
  if (trim(line).empty()) {
    start += line.size() + 1;
    line = line_at(text, start);
  }
  const std::size_t next = start + line.size() + 1;
  const bool goes_on = leaves_title_open(line) || may_begin_title(line_at(text, next));
  return (goes_on ? end_of_paragraph(text, start) : start + line.size()) - colon;
}

std::optional<TextExpansion> find_copied_definition(std::string_view text) {
  constexpr std::string_view kMark = "]:";
  const std::size_t brackets = count(text, ']');
  for (std::size_t at = text.find(kMark); at != text.npos; at = text.find(kMark, at + 1)) {
    const std::size_t length = length_of_definition(text, at + kMark.size());
    if (length * brackets <= kMostCopied) continue;
    return TextExpansion{
        at,
        fmt::format("an address or title of {} characters, to which {} brackets may refer", length,
                    brackets),
        "shorten it, or split the document"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<TextExpansion> find_expansion(std::string_view text) {
  auto table = find_large_table(text);
  return table ? table : find_copied_definition(text);
}

}  // namespace opsg::restricted
