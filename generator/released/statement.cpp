#include "statement.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ascii.h"
#include "inline_text.h"
#include "markdown_walk.h"
#include "record.h"
#include "sentences.h"
#include "text.h"

namespace opsg::released {
namespace {

/// From two to twenty. "One" counts nothing more often than it counts something.
constexpr std::array<std::string_view, 19> kNumbers = {
    "two",     "three",     "four",     "five",     "six",      "seven",    "eight",
    "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

bool is_word_character(char c) {
  return is_word_byte(c) || c == '_';
}

/// Stops and commas belong to a number between its digits only.
bool joins_digits(std::string_view text, std::size_t at) {
  return (text[at] == '.' || text[at] == ',') && at > 0 && is_ascii_digit(text[at - 1]) &&
         at + 1 < text.size() && is_ascii_digit(text[at + 1]);
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_word_character(text[at]) || joins_digits(text, at))) ++at;
  return at;
}

/// "May" is a month with a capital only, "march" too.
std::optional<Figure> as_month(std::string_view word) {
  const auto month = parse_month(word);
  if (!month || !is_ascii_upper(word[0])) return std::nullopt;
  return Figure{Figure::Kind::month, ascii_lower(month_name(*month)), {}, std::string(word), 0, {}};
}

std::optional<Figure> as_number_word(std::string_view word) {
  const auto found = std::find(kNumbers.begin(), kNumbers.end(), ascii_lower(word));
  if (found == kNumbers.end()) return std::nullopt;
  return Figure{Figure::Kind::number,
                std::to_string(found - kNumbers.begin() + 2),
                {},
                std::string(word),
                0,
                {}};
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// "17", "11,000", "96.12", "23rd", but not "4G" and "3x".
std::optional<Figure> as_number(std::string_view word) {
  if (!is_ascii_digit(word[0])) return std::nullopt;
  std::string digits;
  std::size_t at = 0;
  for (; at < word.size() && (is_ascii_digit(word[at]) || word[at] == '.' || word[at] == ',');
       ++at) {
    if (word[at] != ',') digits += word[at];
  }
  const std::string rest = ascii_lower(word.substr(at));
  if (rest == "k") {
    digits += "000";
  } else if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th") {
    return std::nullopt;
  }
  const auto kind = is_year(digits) ? Figure::Kind::year : Figure::Kind::number;
  return Figure{kind, digits, {}, std::string(word), 0, {}};
}

std::optional<Figure> as_figure(std::string_view word) {
  auto figure = as_number(word);
  if (!figure) figure = as_month(word);
  return figure ? figure : as_number_word(word);
}

struct Word {
  std::string_view text;
  std::size_t offset = 0;
  bool is_joined = false;  ///< By a slash, as in an id or a date of its own: "41/02".
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_character(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_word(text, at);
    const bool is_joined =
        (at > 0 && text[at - 1] == '/') || (end < text.size() && text[end] == '/');
    words.push_back({text.substr(at, end - at), at, is_joined});
    at = end;
  }
  return words;
}

/// Whether the word is a name that a number may belong to: "Category 2". The first word of a
/// sentence has a capital anyway.
bool is_name(const std::vector<Word>& words, std::size_t i) {
  const char first = words[i].text[0];
  return i > 0 && is_ascii_upper(first) && !as_month(words[i].text);
}

bool begins_item(const Record& record, const MarkdownNode* block) {
  return std::any_of(record.items.begin(), record.items.end(),
                     [&](const Item& item) { return item.heading == block; });
}

/// The line of the source in which a place of the paragraph's text stands.
SourceSpan line_span(const MarkdownNode* paragraph, const InlineText& text, std::size_t offset,
                     const Record& record, const Item& item) {
  const auto& starts = text.line_starts;
  const auto line_in_paragraph = std::upper_bound(starts.begin(), starts.end(), offset);
  const int below = paragraph->start_line() - item.heading->start_line() +
                    static_cast<int>(line_in_paragraph - starts.begin());
  return {record.path, item.span.line + static_cast<std::uint32_t>(std::max(below, 0)), 1, 0};
}

void add_statements(std::vector<Statement>& statements, const MarkdownNode* paragraph,
                    const Record& record, const Item& item) {
  const InlineText text = inline_text(paragraph);
  for (const auto& [begin, end] : sentences_of(text.text)) {
    const std::string_view sentence = std::string_view(text.text).substr(begin, end - begin);
    std::vector<Figure> figures = find_figures(sentence);
    if (figures.empty()) continue;
    for (Figure& figure : figures) {
      figure.span = line_span(paragraph, text, begin + figure.offset, record, item);
    }
    statements.push_back({collapse_space(sentence), std::move(figures)});
  }
}

}  // namespace

std::vector<Figure> find_figures(std::string_view text) {
  std::vector<Figure> figures;
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto figure = as_figure(words[i].text);
    if (!figure || words[i].is_joined) continue;
    if (figure->kind == Figure::Kind::number) {
      if (i > 0 && is_name(words, i - 1)) continue;
      if (i + 1 < words.size()) figure->unit = ascii_lower(words[i + 1].text);
    }
    figure->offset = words[i].offset;
    figures.push_back(std::move(*figure));
  }
  return figures;
}

std::vector<Statement> read_statements(const Record& record, const Item& item) {
  std::vector<Statement> statements;
  for (const MarkdownNode* block = item.heading->next(); block; block = block->next()) {
    if (begins_item(record, block)) break;
    for (MarkdownWalk walk(block); walk.next();) {
      if (!walk.entering() || !walk.node()->is(MarkdownKind::paragraph)) continue;
      add_statements(statements, walk.node(), record, item);
    }
  }
  return statements;
}

}  // namespace opsg::released
