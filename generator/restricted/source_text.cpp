#include "source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "text.h"
#include "text_direction.h"
#include "text_expansion.h"

namespace opsg::restricted {
namespace {

struct Fault {
  std::size_t offset = 0;
  std::string message;
  std::string help;
  std::size_t length = 1;
};

bool is_bad_control(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  // Markdown takes a lone carriage return for a line end, an editor does not: markings could hide.
  if (c == '\r') return at + 1 == text.size() || text[at + 1] != '\n';
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

std::string control_message(char c) {
  if (c == '\0') return "a NUL byte";
  if (c == '\r') return "a carriage return without a line feed";
  return fmt::format("the control character U+{:04X}", static_cast<unsigned>(c));
}

const char* control_help(char c) {
  if (c == '\0' || c == '\r') return "save it as UTF-8 text";
  return c == '\f' ? "take the page break out" : "take it out; an editor may not show it";
}

std::size_t code_point_length(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t length = 1; length <= kLongest; ++length) {
    if (is_valid_utf8(text.substr(0, length))) return length;
  }
  return 0;
}

/// The bulk of any text: printable ASCII and ends of lines.
bool is_plain(char c) {
  return (c >= ' ' && c < 0x7F) || c == '\n';
}

std::optional<Fault> find_fault(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_plain(text[at])) {
      ++at;
      continue;
    }
    if (is_bad_control(text, at))
      return Fault{at, control_message(text[at]), control_help(text[at])};
    const std::size_t length = code_point_length(text.substr(at));
    if (length == 0) return Fault{at, "bytes that are no UTF-8", "save it as UTF-8 text"};
    const char32_t c = decode_utf8(text.substr(at, length)).front();
    // "(REBMA)", turned, reads "(AMBER)": whoever looks at it would take it for a marking.
    if (turns_text(c)) {
      return Fault{at, fmt::format("the control character U+{:04X}", static_cast<unsigned>(c)),
                   "take it out; it turns the direction of the text that is shown"};
    }
    at += length;
  }
  return std::nullopt;
}

struct WrittenCharacter {
  char32_t character = 0;
  std::size_t length = 0;  ///< Of the reference.
};

/// What the parser decodes "&#8238;" and "&#x202E;" to. No name that it knows turns a text.
std::optional<WrittenCharacter> read_reference(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = hex ? 3 : 2;
  const std::size_t end = text.substr(0, begin + 8).find(';');
  if (end == std::string_view::npos || end <= begin) return std::nullopt;
  std::uint32_t value = 0;
  const char* const last = text.data() + end;
  const auto [rest, error] = std::from_chars(text.data() + begin, last, value, hex ? 16 : 10);
  if (error != std::errc() || rest != last) return std::nullopt;
  return WrittenCharacter{static_cast<char32_t>(value), end + 1};
}

bool is_escaped(std::string_view text, std::size_t at) {
  const auto last_other = text.substr(0, at).find_last_not_of('\\');
  return (at - (last_other + 1)) % 2 != 0;  // npos + 1 is 0.
}

/// A character that the file may not hold, by reference.
std::optional<Fault> find_reference_fault(std::string_view text) {
  for (auto at = text.find("&#"); at != text.npos; at = text.find("&#", at + 1)) {
    const auto written = read_reference(text.substr(at));
    if (!written || is_escaped(text, at)) continue;
    const char32_t c = written->character;
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
    if (!control && !turns_text(c)) continue;
    return Fault{at, fmt::format("a reference to the control character U+{:04X}", unsigned(c)),
                 control ? "take it out; nothing can show it"
                         : "take it out; it turns the direction of the text that is shown",
                 written->length};
  }
  return std::nullopt;
}

/// More columns than anyone can read.
constexpr std::ptrdiff_t kMostBars = 200;

std::optional<std::size_t> find_wide_row(std::string_view text) {
  if (std::count(text.begin(), text.end(), '|') <= kMostBars) return std::nullopt;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    if (std::count(line.begin(), line.end(), '|') > kMostBars) return start;
    start = end + 1;
  }
  return std::nullopt;
}

SourceSpan span_at(const SourceFile& file, std::size_t offset, std::size_t length = 1) {
  const std::string_view before = std::string_view(file.bytes).substr(0, offset);
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {file.path, static_cast<std::uint32_t>(lines) + 1,
          static_cast<std::uint32_t>(offset - line_start) + 1, static_cast<std::uint32_t>(length)};
}

bool check_size_when_parsed(const SourceFile& file, Diagnostics& diagnostics) {
  if (const auto wide = find_wide_row(file.bytes)) {
    diagnostics
        .error("table-too-wide", span_at(file, *wide), "a line with more than 200 bars (`|`)")
        .with_help("split the table, or attach it as a spreadsheet");
    return false;
  }
  const auto expansion = find_expansion(file.bytes);
  if (!expansion) return true;
  diagnostics.error("text-expands", span_at(file, expansion->offset), expansion->message)
      .with_help(expansion->help);
  return false;
}

}  // namespace

bool check_text(const SourceFile& file, Diagnostics& diagnostics) {
  const bool is_markdown = file.path.view().ends_with(".md");
  auto fault = find_fault(file.bytes);
  if (!fault && is_markdown) fault = find_reference_fault(file.bytes);
  if (fault) {
    diagnostics
        .error("not-text", span_at(file, fault->offset, fault->length),
               "the file holds " + fault->message)
        .with_help(fault->help);
    return false;
  }
  return !is_markdown || check_size_when_parsed(file, diagnostics);
}

}  // namespace opsg::restricted
