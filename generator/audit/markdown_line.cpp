#include "markdown_line.h"

#include <algorithm>

#include "byte_set.h"
#include "text.h"

namespace opsg::audit {
namespace {

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The first character that is not white; 0 for none. Most lines need not be looked at further.
char first_character(const MarkdownLine& line) {
  const std::string_view rest = line.rest();
  const auto first = std::find_if_not(rest.begin(), rest.end(), is_white);
  return first == rest.end() ? '\0' : *first;
}

constexpr ByteSet kListMarkers = ByteSet("-+*").add_range('0', '9');
constexpr ByteSet kBreaks("-_*");
constexpr ByteSet kFences("`~");
/// What any block that can interrupt a paragraph begins with.
constexpr ByteSet kBlockBegins = ByteSet(">#-_*+`~").add_range('0', '9');

/// The text behind the indent; empty where it is code.
std::string_view text_of(const MarkdownLine& line) {
  return line.indent() > 3 ? std::string_view() : trim(line.rest());
}

bool is_space_or_tab(char c) {
  return c == ' ' || c == '\t';
}

/// The length of "-", "+", "*", "1." or "1)"; 0 for none.
std::size_t marker_length(std::string_view text) {
  std::size_t length = 0;
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with('*')) {
    length = 1;
  } else {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == text.npos || digits > 9) return 0;
    if (text[digits] != '.' && text[digits] != ')') return 0;
    length = digits + 1;
  }
  return length == text.size() || is_space_or_tab(text[length]) ? length : 0;
}

}  // namespace

std::size_t MarkdownLine::indent() const {
  std::size_t column = column_ + tab_columns_;
  for (char c : rest_) {
    if (!is_space_or_tab(c)) break;
    column += c == '\t' ? 4 - column % 4 : 1;
  }
  return column - column_;
}

void MarkdownLine::skip_columns(std::size_t columns) {
  const std::size_t target = column_ + columns;
  column_ += tab_columns_;
  tab_columns_ = 0;
  while (column_ < target && !rest_.empty()) {
    column_ += rest_.front() == '\t' ? 4 - column_ % 4 : 1;
    rest_.remove_prefix(1);
    ++offset_;
  }
  if (column_ > target) tab_columns_ = column_ - target;
  column_ = target;
}

bool MarkdownLine::is_blank() const {
  return std::all_of(rest_.begin(), rest_.end(), is_white);
}

std::optional<ListMarker> list_marker(const MarkdownLine& line) {
  if (!kListMarkers.contains(first_character(line))) return std::nullopt;
  const std::string_view text = text_of(line);
  const std::size_t length = marker_length(text);
  if (length == 0 || is_thematic_break(line)) return std::nullopt;
  MarkdownLine behind = line;
  behind.skip_columns(line.indent() + length);
  const std::size_t spaces = behind.is_blank() || behind.indent() > 4 ? 1 : behind.indent();
  const bool ordered = length > 1;
  const bool first = !ordered || text.substr(0, length - 1) == "1";
  return ListMarker{line.indent() + length + spaces, first && !behind.is_blank()};
}

bool is_quote(const MarkdownLine& line) {
  return first_character(line) == '>' && line.indent() <= 3;
}

bool is_thematic_break(const MarkdownLine& line) {
  if (!kBreaks.contains(first_character(line))) return false;
  const std::string_view text = text_of(line);
  if (text.empty()) return false;
  return std::count(text.begin(), text.end(), text[0]) >= 3 &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return c == text[0] || is_space_or_tab(c); });
}

std::size_t heading_rank(const MarkdownLine& line) {
  if (first_character(line) != '#') return 0;
  const std::string_view text = text_of(line);
  const std::size_t rank = std::min(text.find_first_not_of('#'), text.size());
  return rank <= 6 && (rank == text.size() || is_space_or_tab(text[rank])) ? rank : 0;
}

std::string_view code_fence(const MarkdownLine& line) {
  if (!kFences.contains(first_character(line))) return {};
  const std::string_view text = text_of(line);
  if (!text.starts_with("```") && !text.starts_with("~~~")) return {};
  const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  const bool inline_code = text[0] == '`' && text.find('`', length) != text.npos;
  return inline_code ? std::string_view() : text.substr(0, length);
}

bool closes_fence(const MarkdownLine& line, std::string_view fence) {
  const std::string_view text = text_of(line);
  return text.size() >= fence.size() && text.find_first_not_of(fence[0]) == text.npos;
}

bool is_delimiter_row(std::string_view line) {
  return line.find('-') != line.npos && line.find_first_not_of("|:- \t>\r") == line.npos;
}

bool starts_block(const MarkdownLine& line) {
  if (!kBlockBegins.contains(first_character(line))) return false;
  return is_quote(line) || heading_rank(line) > 0 || is_thematic_break(line) ||
         !code_fence(line).empty() || list_marker(line).has_value();
}

}  // namespace opsg::audit
