#include "entry_paragraphs.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "line_shapes.h"
#include "party_list.h"
#include "text.h"
#include "written_dates.h"

namespace opsg::importing {
namespace {

using released::FieldType;
using released::RegisterDefinition;

/// What stands behind the keyword that raises an entry of the register, emphasis left out.
std::optional<std::string> behind_keyword(std::string_view text,
                                          const RegisterDefinition& definition) {
  const std::string_view begin = text.substr(std::min(text.find_first_not_of(" *"), text.size()));
  const bool keyword_there = starts_with_ignoring_case(begin, definition.raised_by);
  if (definition.raised_by.empty() || !keyword_there) return std::nullopt;
  const RE2 keyword(
      fmt::format(R"((?i)^[\s*]*{}\b[\s:*–-]*)", RE2::QuoteMeta(definition.raised_by)));
  std::string rest(text);
  if (!RE2::Replace(&rest, keyword, "")) return std::nullopt;
  return rest;
}

struct RaisedEntry {
  const RegisterDefinition* definition = nullptr;
  std::string id;
  std::string title;
  bool completed = false;  ///< The id's first word was left out.
};

std::optional<RaisedEntry> find_raised(std::string_view text, const ImportRules& rules) {
  static const RE2 joint(R"(^[\s*]*[:.–—-][\s*]*)");
  for (const RegisterDefinition& definition : rules.config.registers) {
    const auto rest = behind_keyword(text, definition);
    if (!rest) continue;
    for (const std::string& prefix : {std::string(), rules.config.committee + " "}) {
      const std::string candidate = prefix + *rest;
      const auto id = rules.vocabulary.leading_id(candidate);
      if (!id || id->definition->name != definition.name) continue;
      std::string title = candidate.substr(id->length);
      if (!RE2::Replace(&title, joint, "")) continue;
      return RaisedEntry{&definition, id->id, title, !prefix.empty()};
    }
  }
  return std::nullopt;
}

/// Emphasis that began before the title ends in it: it goes.
std::string with_whole_emphasis(const std::string& title) {
  const bool odd = std::count(title.begin(), title.end(), '*') % 4 != 0;
  return odd ? without_emphasis(title) : std::string(trim(title));
}

/// "... by 4 February 2021." gives the target, its year that of the first such day.
std::optional<Date> target_in(const std::string& title, std::optional<Date> meeting_date) {
  static const RE2 day(R"((?i)\bby\s+(?:\w+day,?\s+)?(\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+)\W*$)");
  static const RE2 date(
      R"((?i)\bby\s+((?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4})\W*$)");
  std::string found;
  if (RE2::PartialMatch(title, date, &found)) {
    const auto written = find_date(found);
    return written ? std::optional(written->date) : std::nullopt;
  }
  if (!meeting_date || !RE2::PartialMatch(title, day, &found)) return std::nullopt;
  return read_day_and_month(found, *meeting_date);
}

void add_target(RecordBlock& action, const RegisterDefinition& definition,
                std::optional<Date> meeting_date, ImportLedger& ledger) {
  const released::FieldDefinition* field = definition.find_field("target");
  const std::optional<Date> target = target_in(action.text, meeting_date);
  if (!field || field->type != FieldType::date || !target) return;
  action.fields.push_back({field->title, long_date(*target)});
  ledger.write_own(action.fields.back().title + " " + action.fields.back().value);
  ledger.findings().warning(
      "import-inferred", ledger.at(action.place),
      fmt::format("the target of {}, {}, is taken from its text", action.id, long_date(*target)));
}

/// The parties before "to" own the action.
void report_owner(const RecordBlock& action, const ImportRules& rules, ImportLedger& ledger) {
  std::string owners;
  if (!RE2::PartialMatch(action.text, R"(^(.{1,80}?)\s+to\s)", &owners)) {
    ledger.findings()
        .warning("import-owner-missing", ledger.at(action.place),
                 fmt::format("{} does not say who is to do it", action.id))
        .with_help("add a list with `- Owner: ...` below it");
    return;
  }
  const released::PartyList parties =
      released::read_party_list(without_emphasis(owners), rules.vocabulary);
  for (const std::string& name : parties.unknown) {
    ledger.findings()
        .warning("import-party-unknown", ledger.at(action.place),
                 fmt::format("`{}` of {} is not in parties.toml", name, action.id))
        .with_help("add it there, or write a list with `- Owner: ...` below the action");
  }
}

bool can_stand_in_prose(const RegisterDefinition& definition) {
  return std::any_of(definition.fields.begin(), definition.fields.end(), [](const auto& field) {
    return field.type == FieldType::rag || field.type == FieldType::score ||
           field.type == FieldType::state;
  });
}

/// The first sentence ends where another begins with a capital letter.
std::size_t first_sentence_end(const std::string& text) {
  static const RE2 end(R"((?:[a-z0-9)’'"]|\*)([.])\s+(?:\*{0,2})[A-Z‘“"'(])");
  re2::StringPiece stop;
  if (!RE2::PartialMatch(text, end, &stop)) return text.size();
  return static_cast<std::size_t>(stop.data() - text.data()) + 1;
}

}  // namespace

std::optional<RecordBlock> read_action(const std::string& text, TextPlace place,
                                       const ImportRules& rules, std::optional<Date> meeting_date,
                                       ImportLedger& ledger) {
  auto raised = find_raised(text, rules);
  if (!raised || trim(without_emphasis(raised->title)).empty()) return std::nullopt;
  if (raised->completed) ledger.write_own(rules.config.committee);
  RecordBlock action;
  action.kind = RecordBlock::Kind::action;
  action.id = raised->id;
  action.keyword = raised->definition->raised_by;
  action.text = with_whole_emphasis(raised->title);
  action.place = place;
  add_target(action, *raised->definition, meeting_date, ledger);
  report_owner(action, rules, ledger);
  return action;
}

bool begins_entry_paragraph(std::string_view text, const ImportRules& rules) {
  const auto id = rules.vocabulary.leading_id(text);
  if (find_raised(text, rules)) return true;
  if (!id || !can_stand_in_prose(*id->definition)) return false;
  static const RE2 joint(R"(^\s*(?::|[–—-]\s).*)");
  return RE2::FullMatch(re2::StringPiece(text.data() + id->length, text.size() - id->length),
                        joint);
}

std::optional<EntryParagraph> read_entry_paragraph(const std::string& text, TextPlace place,
                                                   const ImportRules& rules) {
  const std::string plain = text.starts_with("**") ? without_emphasis(text) : text;
  if (!begins_entry_paragraph(plain, rules) || find_raised(plain, rules)) return std::nullopt;
  const auto id = rules.vocabulary.leading_id(plain);
  EntryParagraph paragraph;
  std::string title = plain.substr(id->length);
  RE2::Replace(&title, R"(^\s*[:–—-]\s*)", "");
  const std::size_t end = first_sentence_end(title);
  paragraph.rest = trim(std::string_view(title).substr(end));
  paragraph.entry.kind = RecordBlock::Kind::entry;
  paragraph.entry.id = id->id;
  paragraph.entry.text = trim(std::string_view(title).substr(0, end));
  paragraph.entry.place = place;
  return paragraph;
}

}  // namespace opsg::importing
