#include "toml_passages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "toml_reader.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kLabel = "classification";

/// Values that pages have from elsewhere, if at all: names of levels, states of documents and the
/// codes of other meetings, which may be withheld themselves.
bool is_borrowed(std::string_view key) {
  return key == kLabel || key == "status" || key == "adopted";
}

bool names_a_meeting(std::string_view key) {
  return key == "code" || key == "also";
}

bool names_a_person(std::string_view key) {
  return key == "name" || key == "alternate_for";
}

/// Without what follows in brackets; "Quagga, Ida" is turned.
std::string spoken_name(const std::string& written) {
  const std::string name = written.substr(0, written.find('('));
  const std::size_t comma = name.find(',');
  return comma == name.npos ? name : name.substr(comma + 1) + " " + name.substr(0, comma);
}

class ValueReader {
 public:
  ValueReader(const SourceFile& file, const TomlScope& scope, FileReading& reading)
      : file_(file), scope_(scope), reading_(reading) {}

  void read_table(const TomlTable& table, Level level) {
    for (const auto& [key, value] : table.entries) {
      if (!is_withheld(level)) add_cleared_value(reading_, words_of(key.name));
      if (!is_borrowed(key.name)) read_value(key.name, value, level);
    }
  }

 private:
  bool is_withheld(Level level) const {
    return scope_.all_withheld || !scope_.clearance.admits(level);
  }

  void read_value(std::string_view key, const TomlValue& value, Level level) {
    if (const TomlTable* table = value.table()) {
      read_table(*table, level_of(*table, level, scope_.policy));
    } else if (const TomlArray* array = value.array()) {
      for (const TomlValue& element : *array) read_value(key, element, level);
    } else if (const std::string* text = value.string()) {
      read_string(key, *text, value.span(), level);
    } else if (const auto* number = value.get_if<std::int64_t>()) {
      read_string(key, std::to_string(*number), value.span(), level);
    }
  }

  void read_string(std::string_view key, const std::string& text, const SourceSpan& span,
                   Level level) {
    const bool person = scope_.has_people && names_a_person(key);
    const Level own = person ? std::max(level, scope_.policy.people) : level;
    if (!is_withheld(own)) return add_cleared_value(reading_, words_of(text));
    Passage passage;
    passage.kind = person                 ? PassageKind::name
                   : names_a_meeting(key) ? PassageKind::file_name
                                          : PassageKind::value;
    passage.file = &file_;
    passage.span = span;
    passage.words = words_of(person ? spoken_name(text) : text);
    if (!passage.words.empty()) reading_.withheld.push_back(std::move(passage));
  }

  const SourceFile& file_;
  const TomlScope& scope_;
  FileReading& reading_;
};

}  // namespace

std::optional<TomlTable> parse_table(const SourceFile& file, std::string_view text,
                                     std::uint32_t first_line) {
  Diagnostics ignored;
  auto table = read_toml(text, file.path, first_line, ignored);
  return ignored.has_errors() ? std::nullopt : std::move(table);
}

Level level_of(const TomlTable& table, Level outer, const Policy& policy) {
  return table.contains(kLabel) ? std::max(outer, required_level(table, policy)) : outer;
}

Level required_level(const TomlTable& table, const Policy& policy) {
  const TomlValue* label = table.find(kLabel);
  const std::string* name = label ? label->string() : nullptr;
  return (name ? policy.find_level(*name) : std::nullopt).value_or(policy.most_closed());
}

void read_values(const SourceFile& file, const TomlTable& table, Level level,
                 const TomlScope& scope, FileReading& reading) {
  ValueReader(file, scope, reading).read_table(table, level);
}

}  // namespace opsg::audit
