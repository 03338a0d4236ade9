#include "register_head.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>

#include "canonical_words.h"
#include "line_shapes.h"
#include "text.h"
#include "word_list.h"

namespace opsg::importing {
namespace {

using released::FieldDefinition;
using released::FieldType;
using released::RegisterDefinition;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 7> kIdWords = {"id", "ids",    "ref", "reference",
                                                      "no", "number", "ref."};
constexpr std::array<std::string_view, 5> kTitleWords = {"description", "title", "action", "risk",
                                                         "criterion"};
constexpr std::array<std::string_view, 9> kFieldWords = {
    "date", "last", "new", "original", "current", "rating", "rag", "score", "to"};

/// What tables call fields that site.toml calls otherwise.
const std::map<std::string_view, std::string_view> kSynonyms = {
    {"due", "target"},        {"deadline", "target"}, {"opened", "raised"}, {"assigned", "owner"},
    {"responsible", "owner"}, {"lead", "owner"},      {"state", "status"}};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Heads of columns that label the rows. An entry cannot keep such a label, so that the table stays
/// one, where the gate sees the column.
constexpr std::array<std::string_view, 8> kLabelWords = {
    "classification", "marking",     "label",   "tlp",
    "handling",       "sensitivity", "publish", "publication"};

bool is_label_column(const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_one_of(word, kLabelWords); });
}

/// What the register's tables call its entries: its keyword, its ids' first word, its name without
/// the plural's s.
Words key_words(const RegisterDefinition& definition) {
  Words words;
  if (!definition.raised_by.empty()) words.push_back(ascii_lower(definition.raised_by));
  if (definition.name.ends_with('s'))
    words.push_back(definition.name.substr(0, definition.name.size() - 1));
  std::string prefix;
  if (RE2::PartialMatch(definition.id_pattern, R"(^([A-Za-z]+))", &prefix)) {
    words.push_back(ascii_lower(prefix));
  }
  return words;
}

/// Whether the words call the column of the register's ids: "Action ID", "LSC".
bool is_id_column(const Words& words, const RegisterDefinition& definition) {
  if (words.empty() || !holds(key_words(definition), words.front())) return false;
  return std::all_of(words.begin() + 1, words.end(),
                     [](const std::string& word) { return holds(kIdWords, word); });
}

const FieldDefinition* field_called(const RegisterDefinition& definition, std::string_view word) {
  if (const FieldDefinition* field = definition.find_field(word)) return field;
  const auto of_type = [&](FieldType type) -> const FieldDefinition* {
    const auto found = std::find_if(definition.fields.begin(), definition.fields.end(),
                                    [&](const auto& field) { return field.type == type; });
    return found == definition.fields.end() ? nullptr : &*found;
  };
  if (word == "rag") return of_type(FieldType::rag);
  const auto synonym = kSynonyms.find(word);
  return synonym == kSynonyms.end() ? nullptr : definition.find_field(synonym->second);
}

/// A column's meaning by the first of its words that has one: "Revised Target Date" is Revised.
RegisterColumn column_of(const Words& words, const RegisterDefinition& definition) {
  for (const std::string& word : words) {
    const FieldDefinition* field = field_called(definition, word);
    if (field) return {RegisterColumn::Kind::field, field};
  }
  const bool title = std::any_of(words.begin(), words.end(),
                                 [](const std::string& word) { return holds(kTitleWords, word); });
  return {title ? RegisterColumn::Kind::title : RegisterColumn::Kind::other, nullptr};
}

/// The head's first word, as the register's ids spell it.
std::string key_word(std::string_view text, const RegisterDefinition& definition) {
  const std::string plain = without_emphasis(text);
  const std::string word = plain.substr(0, plain.find_first_of(" \t"));
  std::string prefix;
  const bool prefixed = RE2::PartialMatch(definition.id_pattern, R"(^([A-Za-z]+))", &prefix);
  return prefixed && equals_ignoring_case(prefix, word) ? prefix : word;
}

bool is_head_word(const std::string& word, const RegisterDefinition& definition) {
  return holds(kTitleWords, word) || holds(kFieldWords, word) || holds(kIdWords, word) ||
         field_called(definition, word) != nullptr;
}

/// The columns of a head whose cells ran together. Of two neighbouring dates, "Revised Target", the
/// first gives the column's name.
std::vector<RegisterColumn> flat_columns(const Words& words, const RegisterDefinition& definition) {
  std::vector<RegisterColumn> columns = {{RegisterColumn::Kind::id, nullptr}};
  const FieldDefinition* previous = nullptr;
  for (const std::string& word : words) {
    const FieldDefinition* field = field_called(definition, word);
    const bool goes_on = field && previous && field->type == previous->type;
    if (field && !goes_on) columns.push_back({RegisterColumn::Kind::field, field});
    previous = goes_on ? nullptr : field;
  }
  columns.insert(columns.begin() + 1, {RegisterColumn::Kind::title, nullptr});
  return columns;
}

std::optional<RegisterHead> read_flat_head_of(const RegisterDefinition& definition,
                                              const TextLines& lines, std::size_t at) {
  Words words = canonical_words(lines[at].text);
  const auto id_end = std::find_if(words.begin(), words.end(),
                                   [](const std::string& word) { return holds(kIdWords, word); });
  if (id_end == words.end() || !is_id_column({words.begin(), id_end + 1}, definition)) {
    return std::nullopt;
  }
  Words rest(id_end + 1, words.end());
  const auto all_known = [&](const Words& of_line) {
    return std::all_of(of_line.begin(), of_line.end(),
                       [&](const std::string& word) { return is_head_word(word, definition); });
  };
  std::size_t end = at + 1;
  if (!all_known(rest)) return std::nullopt;
  for (; end < lines.size() && !lines[end].is_row(); ++end) {
    const Words next = canonical_words(lines[end].text);
    if (!all_known(next)) break;
    rest.insert(rest.end(), next.begin(), next.end());
  }
  RegisterHead head{&definition, key_word(lines[at].text, definition),
                    flat_columns(rest, definition), end - at};
  if (head.columns.size() < 3) return std::nullopt;
  return head;
}

}  // namespace

bool heads_label_column(std::string_view cell) {
  return is_label_column(canonical_words(cell));
}

std::optional<RegisterHead> read_register_head(std::string_view row, std::string_view next_row,
                                               const ImportRules& rules) {
  const std::vector<std::string_view> cells = split(row, '\t');
  if (std::any_of(cells.begin(), cells.end(), heads_label_column)) {
    return std::nullopt;
  }
  const Words first = canonical_words(cells.front());
  const bool general =
      !first.empty() && std::all_of(first.begin(), first.end(),
                                    [](const auto& word) { return holds(kIdWords, word); });
  const auto next_id = rules.vocabulary.leading_id(next_row.substr(0, next_row.find('\t')));
  for (const RegisterDefinition& definition : rules.config.registers) {
    const bool by_rows = general && next_id && next_id->definition->name == definition.name;
    if (!by_rows && !is_id_column(first, definition)) continue;
    RegisterHead head{
        &definition, key_word(row, definition), {{RegisterColumn::Kind::id, nullptr}}, 1};
    for (std::size_t i = 1; i < cells.size(); ++i) {
      head.columns.push_back(column_of(canonical_words(cells[i]), definition));
    }
    const bool useful =
        std::any_of(head.columns.begin() + 1, head.columns.end(),
                    [](const auto& column) { return column.kind != RegisterColumn::Kind::other; });
    if (useful) return head;
  }
  return std::nullopt;
}

std::optional<RegisterHead> read_flat_head(const TextLines& lines, std::size_t at,
                                           const released::SiteConfig& config) {
  if (lines[at].is_row()) return std::nullopt;
  for (const RegisterDefinition& definition : config.registers) {
    if (auto head = read_flat_head_of(definition, lines, at)) return head;
  }
  return std::nullopt;
}

}  // namespace opsg::importing
