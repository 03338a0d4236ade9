#include "entry_prose.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "date.h"
#include "field_value.h"
#include "text.h"

namespace opsg::importing {
namespace {

using released::FieldDefinition;
using released::FieldType;

bool has_field(const RecordBlock& entry, const FieldDefinition& field) {
  return std::any_of(entry.fields.begin(), entry.fields.end(),
                     [&](const WrittenField& written) { return written.title == field.title; });
}

std::optional<std::string> last_rating(const std::string& prose) {
  static const RE2 pattern(R"((?:\*\*|\b)(RED|AMBER|GREEN)(?:\*\*|\b))");
  re2::StringPiece rest(prose);
  std::string rating;
  std::optional<std::string> last;
  while (RE2::FindAndConsume(&rest, pattern, &rating)) last = rating;
  return last;
}

/// "probability scoring of 3", "impact was 5"
std::optional<std::string> stated_score(const std::string& prose, const std::string& title) {
  const RE2 pattern(fmt::format(
      R"((?i)\b{}(?:\s+(?:scoring|scored|score|rating|rated|assessment|assessed|of|is|was|at|as|a))*\s+(\d{{1,2}})\b)",
      RE2::QuoteMeta(title)));
  std::string score;
  if (!RE2::PartialMatch(prose, pattern, &score)) return std::nullopt;
  return score;
}

void add_stated(RecordBlock& entry, const FieldDefinition& field, const std::string& value,
                ImportLedger& ledger) {
  entry.fields.push_back({field.title, value});
  ledger.write_own(field.title + " " + value);
}

/// "... is done. Status: Closed"
const RE2& state_pattern() {
  static const RE2 pattern(
      R"((?i)^(.*?)[\s*]*\bstatus\s*:[\s*]*([A-Za-z][A-Za-z -]{0,30}?)[\s.*]*$)");
  return pattern;
}

}  // namespace

bool ends_in_state(std::string_view paragraph) {
  return RE2::FullMatch(re2::StringPiece(paragraph.data(), paragraph.size()), state_pattern());
}

bool take_state(std::string& paragraph, const released::RegisterDefinition& definition,
                std::vector<WrittenField>& fields, ImportLedger& ledger, TextPlace place) {
  const auto field = std::find_if(definition.fields.begin(), definition.fields.end(),
                                  [](const auto& each) { return each.type == FieldType::state; });
  if (field == definition.fields.end()) return false;
  std::string before;
  std::string state;
  if (!RE2::FullMatch(paragraph, state_pattern(), &before, &state)) return false;
  fields.push_back({field->title, state});
  ledger.rewrite("field-label", paragraph, before + " " + state + " " + field->title, place);
  paragraph = before;
  return true;
}

void read_stated_fields(RecordBlock& entry, const std::string& prose,
                        const released::RegisterDefinition& definition, ImportLedger& ledger) {
  for (const FieldDefinition& field : definition.fields) {
    if (has_field(entry, field)) continue;
    if (field.type == FieldType::rag) {
      if (const auto rating = last_rating(prose)) add_stated(entry, field, *rating, ledger);
    } else if (field.type == FieldType::score) {
      const auto score = stated_score(prose, field.title);
      if (!score) continue;
      add_stated(entry, field, *score, ledger);
      ledger.findings().warning(
          "import-inferred", ledger.at(entry.place),
          fmt::format("`{}: {}` of {} is taken from the text", field.title, *score, entry.id));
    }
  }
}

std::string written_value(const FieldDefinition& field, const std::string& value) {
  const std::string text = collapse_space(value);
  if (field.type != FieldType::date) return text;
  const auto parsed = parse_date(text);
  return parsed.value && parsed.value->date ? long_date(*parsed.value->date) : text;
}

}  // namespace opsg::importing
