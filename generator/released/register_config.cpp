#include "register_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "table_reader.h"
#include "text.h"

namespace opsg::released {
namespace {

const std::array<std::string, 6> kRegisterKeys = {"title",  "id",     "raised_by",
                                                  "states", "fields", "key"};
const std::array<std::string, 3> kFieldKeys = {"name", "title", "type"};
const std::array<std::string, 2> kStateKeys = {"name", "closed"};
const std::array<std::string, 8> kFieldTypes = {"date",       "parties", "state", "score",
                                                "percentage", "period",  "rag",   "text"};
/// Folders of the output that are no register's.
const std::array<std::string, 12> kReservedNames = {
    "assets", "data",     "decisions", "feed",       "glossary", "meetings",
    "pages",  "pagefind", "parties",   "references", "policy",   "search"};

SourceSpan span_of(const TomlTable& table, std::string_view key, const SourceSpan& otherwise) {
  const TomlValue* value = table.find(key);
  return value ? value->span() : otherwise;
}

/// `text`, where it is the type of a field.
std::optional<FieldType> field_type(std::string_view text) {
  const auto found = std::find(kFieldTypes.begin(), kFieldTypes.end(), text);
  if (found == kFieldTypes.end()) return std::nullopt;
  return static_cast<FieldType>(found - kFieldTypes.begin());
}

FieldType read_field_type(TableReader& reader, const TomlValue& value, Diagnostics& diagnostics) {
  const std::string written = reader.required_text("type");
  const auto type = field_type(written);
  if (!type && !written.empty()) {
    const auto meant = nearest(written, kFieldTypes);
    diagnostics
        .error("field-type-unknown", span_of(*value.table(), "type", value.span()),
               fmt::format("`{}` is no type of a field", written))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : fmt::format("the types are {}", fmt::join(kFieldTypes, ", ")));
  }
  return type.value_or(FieldType::text);
}

FieldDefinition read_field(const TomlValue& value, Diagnostics& diagnostics) {
  TableReader reader(*value.table(), value.span(), diagnostics);
  reader.allow_only(kFieldKeys);
  FieldDefinition field;
  field.name = reader.required_text("name");
  field.title = collapse_space(reader.required_text("title"));
  field.type = read_field_type(reader, value, diagnostics);
  return field;
}

void report_twice(const SourceSpan& span, std::string_view name, std::string_view what,
                  Diagnostics& diagnostics) {
  diagnostics.error("name-twice", span, fmt::format("two {} are called `{}`", what, name))
      .with_help("give each a name of its own");
}

void read_fields(TableReader& reader, RegisterDefinition& definition, Diagnostics& diagnostics) {
  std::set<std::string> names;
  for (const TomlValue* value : reader.tables("fields")) {
    FieldDefinition field = read_field(*value, diagnostics);
    const std::string name = ascii_lower(field.name);
    const std::string title = ascii_lower(field.title);
    // A record's label may be the name or the title, so no two fields may share one.
    if (names.contains(name)) report_twice(value->span(), field.name, "fields", diagnostics);
    if (title != name && names.contains(title)) {
      report_twice(value->span(), field.title, "fields", diagnostics);
    }
    names.insert({name, title});
    definition.fields.push_back(std::move(field));
  }
}

void read_states(TableReader& reader, RegisterDefinition& definition, Diagnostics& diagnostics) {
  std::set<std::string> names;
  for (const TomlValue* value : reader.tables("states")) {
    TableReader state(*value->table(), value->span(), diagnostics);
    state.allow_only(kStateKeys);
    StateDefinition found{collapse_space(state.required_text("name")), state.flag("closed")};
    if (!found.name.empty() && !names.insert(ascii_lower(found.name)).second) {
      report_twice(value->span(), found.name, "states", diagnostics);
    }
    definition.states.push_back(std::move(found));
  }
}

void check_states_are_there(const RegisterDefinition& definition, const SourceSpan& span,
                            Diagnostics& diagnostics) {
  const bool needed = std::any_of(definition.fields.begin(), definition.fields.end(),
                                  [](const auto& f) { return f.type == FieldType::state; });
  if (!needed || !definition.states.empty()) return;
  diagnostics.error("missing-key", span, "`states` is missing, and a field has the type `state`")
      .with_help("add `states = [{ name = \"Open\" }, { name = \"Closed\", closed = true }]`");
}

void read_key(TableReader& reader, const TomlTable& table, RegisterDefinition& definition,
              Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const FieldDefinition& field : definition.fields) names.push_back(field.name);
  for (const std::string& name : reader.texts("key")) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      const auto meant = nearest(name, names);
      diagnostics
          .error("key-unknown", table.find("key")->span(),
                 fmt::format("`{}` is no field of this register", name))
          .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                           : "a key names fields of the register");
    }
    definition.key_fields.push_back(name);
  }
}

RegisterDefinition read_register(const TomlKey& key, const TomlValue& value,
                                 Diagnostics& diagnostics) {
  TableReader reader(*value.table(), key.span, diagnostics);
  reader.allow_only(kRegisterKeys);
  RegisterDefinition definition;
  definition.name = key.name;
  definition.title = reader.required_text("title");
  definition.id_pattern = reader.required_text("id");
  definition.pattern_span = span_of(*value.table(), "id", key.span);
  definition.raised_by = std::string(trim(reader.text("raised_by")));
  read_fields(reader, definition, diagnostics);
  read_states(reader, definition, diagnostics);
  read_key(reader, *value.table(), definition, diagnostics);
  check_states_are_there(definition, key.span, diagnostics);
  return definition;
}

bool is_slug(std::string_view text) {
  return !text.empty() && slugify(text) == text;
}

}  // namespace

bool is_good_name(const TomlKey& key, Diagnostics& diagnostics) {
  if (!is_slug(key.name)) {
    diagnostics
        .error("name-invalid", key.span,
               fmt::format("`{}` cannot be a part of a URL", printable(key.name)))
        .with_help("use lower case letters, digits and single hyphens");
    return false;
  }
  if (std::find(kReservedNames.begin(), kReservedNames.end(), key.name) != kReservedNames.end()) {
    diagnostics
        .error("name-reserved", key.span,
               fmt::format("`{}` is the name of another part of the site", key.name))
        .with_help("choose another name");
    return false;
  }
  return true;
}

std::vector<RegisterDefinition> read_register_definitions(const TomlTable& registers,
                                                          Diagnostics& diagnostics) {
  std::vector<RegisterDefinition> definitions;
  TableReader reader(registers, {}, diagnostics);
  for (const auto& [key, value] : registers.entries) {
    if (!value.table()) {
      reader.wrong_type(value, key.name, "a table");
    } else if (is_good_name(key, diagnostics)) {
      definitions.push_back(read_register(key, value, diagnostics));
    }
  }
  return definitions;
}

}  // namespace opsg::released
