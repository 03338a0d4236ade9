#include "unread_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"
#include "normalised_text.h"
#include "text.h"

namespace opsg::released {
namespace {

struct WrittenField {
  const FieldDefinition* definition = nullptr;
  std::string_view label;
  std::string_view value;

  std::string as_item() const { return fmt::format("- {}: {}", definition->title, value); }
};

/// Lines of a paragraph, which are parted by one space.
std::vector<std::string_view> lines_of(const InlineText& text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (const std::size_t start : text.line_starts) {
    lines.push_back(trim(std::string_view(text.text).substr(begin, start - begin)));
    begin = start;
  }
  lines.push_back(trim(std::string_view(text.text).substr(begin)));
  return lines;
}

/// "Owner: DCC" at the start of the text: the field's title in its own letters, or in capitals.
std::optional<WrittenField> leading_field(std::string_view text,
                                          const RegisterDefinition& definition) {
  constexpr std::size_t kLongestLabel = 100;  // Each clause of a text may be asked for one.
  const std::size_t colon = text.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size() || text[colon + 1] != ' ') {
    return std::nullopt;
  }
  const std::string_view label = trim(text.substr(0, colon));
  const FieldDefinition* field = definition.find_field(label);
  if (!field || (label != field->title && label != ascii_upper(field->title))) return std::nullopt;
  return WrittenField{field, label, trim(text.substr(colon + 1))};
}

bool ends_a_clause(std::string_view before) {
  constexpr std::array<std::string_view, 9> kStops = {".", ";", ",", ":", "(", "|", " -", "–", "—"};
  return std::any_of(kStops.begin(), kStops.end(),
                     [&](std::string_view end) { return before.ends_with(end); });
}

/// Those behind a clause's end. Their values end where the next clause does.
void add_fields_in_line(std::string_view line, const RegisterDefinition& definition,
                        std::vector<WrittenField>& fields) {
  for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    if (!ends_a_clause(line.substr(0, at)) && !line.substr(at + 1).starts_with('(')) continue;
    std::string_view rest = trim(line.substr(at));
    if (rest.starts_with('(')) rest.remove_prefix(1);
    if (const auto field = leading_field(rest, definition)) fields.push_back(*field);
  }
}

std::vector<WrittenField> fields_in_lines(const std::vector<std::string_view>& lines,
                                          const RegisterDefinition& definition) {
  std::vector<WrittenField> fields;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto field = i > 0 ? leading_field(lines[i], definition) : std::nullopt;
    if (field) fields.push_back(*field);
    add_fields_in_line(lines[i], definition, fields);
  }
  for (WrittenField& field : fields) {
    field.value = trim(field.value.substr(0, field.value.find_first_of(".;,()|")));
  }
  return fields;
}

bool is_day(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  constexpr std::array<std::string_view, 5> kEndings = {"", "st", "nd", "rd", "th"};
  return digits > 0 && digits <= 2 &&
         std::find(kEndings.begin(), kEndings.end(), word.substr(digits)) != kEndings.end();
}

bool is_numeric_date(std::string_view word) {
  return word.size() >= 6 && word.find_first_not_of("0123456789/-.") == word.npos &&
         word.find_first_of("/-") != word.npos;
}

std::string_view without_stop(std::string_view word) {
  return word.substr(0, word.find_last_not_of(".,;:)") + 1);
}

/// "5 March", "5th March 2021", "05/03/2021" behind a "by".
std::optional<std::string> day_behind_by(std::string_view title) {
  const std::vector<std::string_view> words = split(title, ' ');
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!equals_ignoring_case(words[i], "by")) continue;
    const std::string_view first = without_stop(words[i + 1]);
    if (is_numeric_date(first)) return std::string(first);
    if (i + 2 == words.size() || !is_day(first) || !parse_month(without_stop(words[i + 2])))
      continue;
    std::string day = fmt::format("{} {}", first, without_stop(words[i + 2]));
    if (i + 3 == words.size()) return day;
    const std::string_view year = without_stop(words[i + 3]);
    const bool is_year = year.size() == 4 && year.find_first_not_of("0123456789") == year.npos;
    return is_year ? fmt::format("{} {}", day, year) : day;
  }
  return std::nullopt;
}

void report_target(const Entry& entry, const FragmentLines& lines, const FieldContext& context) {
  const FieldDefinition* target = context.definition.find_field("target");
  if (!target || target->type != FieldType::date || entry.find(target->name)) return;
  const auto day = day_behind_by(entry.title);
  if (!day) return;
  const auto date = parse_date(*day).value;
  BlockCursor cursor(lines, entry.node);
  cursor.find(entry.id);
  context.diagnostics
      .warning("target-in-title", cursor.find(*day),
               fmt::format("`{}` stands in the title only: {} has no target", *day, entry.id))
      .with_help(fmt::format("add a list with `- {}: {}` below it", target->title,
                             date && date->date ? long_date(*date->date) : "<day> <month> <year>"));
}

/// Parties must all be known, and text might be any sentence.
bool has_value(const WrittenField& field, const FieldContext& context) {
  Diagnostics found;
  if (field.definition->type == FieldType::text) return false;
  const FieldContext tried{context.definition, context.vocabulary, found};
  return read_field_value(*field.definition, field.value, {}, tried) && found.empty();
}

}  // namespace

void report_fields_in_title(const Entry& entry, const InlineText& text, const FragmentLines& lines,
                            const FieldContext& context) {
  if (has_redaction(text.text)) return;
  const std::vector<WrittenField> fields = fields_in_lines(lines_of(text), context.definition);
  if (fields.empty()) {
    if (entry.raises) report_target(entry, lines, context);
    return;
  }
  std::vector<std::string> items;
  for (const WrittenField& field : fields) items.push_back('`' + field.as_item() + '`');
  const std::string_view first = fields.front().label;
  BlockCursor cursor(lines, entry.node);
  cursor.find(entry.id);
  context.diagnostics
      .warning("fields-in-title", cursor.find(first),
               fmt::format("`{}` is a part of the title of {} here, and no field", first, entry.id))
      .with_help(fmt::format("write a list below: {}", fmt::join(items, ", ")));
}

void report_unread_field(const Entry& entry, const MarkdownNode* paragraph, const InlineText& text,
                         const FragmentLines& lines, const FieldContext& context) {
  if (has_redaction(text.text)) return;
  for (const std::string_view line : lines_of(text)) {
    const auto field = leading_field(line, context.definition);
    if (!field || !has_value(*field, context)) continue;
    BlockCursor cursor(lines, paragraph);
    context.diagnostics
        .warning("field-unread", cursor.find(field->label),
                 fmt::format("this is prose, and no field of {}", entry.id))
        .with_help(fmt::format("write it in a list right below the entry: `{}`", field->as_item()));
    return;
  }
}

}  // namespace opsg::released
