#include "public_tables.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "date.h"
#include "label.h"
#include "source_text.h"
#include "table_reader.h"
#include "text.h"
#include "toml_labels.h"
#include "toml_markings.h"
#include "toml_reader.h"

namespace opsg::restricted {
namespace {

const std::array<std::string, 4> kPartyKeys = {"classification", "name", "also", "title"};
const std::array<std::string, 2> kPartiesKeys = {"classification", "party"};
const std::array<std::string, 2> kGlossaryKeys = {"classification", "terms"};

SourceSpan file_span(std::string_view path) {
  return {SourcePath(std::string(path))};
}

std::optional<TomlTable> read_table(const SourceFile& file, Diagnostics& diagnostics) {
  if (!check_text(file, diagnostics)) return std::nullopt;
  return read_toml(file.bytes, file.path, 1, diagnostics);
}

/// The program cannot run on settings that an audience lacks.
bool check_no_label(const TomlTable& table, Diagnostics& diagnostics) {
  const TomlKey* label = table.find_key(kLabelKey);
  if (!label) return true;
  diagnostics.error("label-misplaced", label->span, "settings of the site are public")
      .with_help("remove the label, and what must not be read by everyone");
  return false;
}

std::string read_time_zone(const TomlTable& site, Diagnostics& diagnostics) {
  constexpr const char* kDefault = "Europe/London";
  const TomlValue* zone = site.find("time_zone");
  if (!zone) return kDefault;
  if (zone->string() && is_known_time_zone(*zone->string())) return *zone->string();
  diagnostics.error("time-zone-unknown", zone->span(), "no time zone of the IANA database")
      .with_help("write it like \"Europe/London\"");
  return kDefault;
}

std::optional<TomlTable> read_public_file(const SourceTree& tree, std::string_view path,
                                          Diagnostics& diagnostics) {
  const SourceFile* file = tree.find(path);
  return file ? read_table(*file, diagnostics) : std::nullopt;
}

void check_party(const TomlValue& party, Diagnostics& diagnostics) {
  TableReader reader(*party.table(), party.span(), diagnostics);
  reader.allow_only(kPartyKeys);
  reader.required_text("name");
  reader.text("title");
  reader.texts("also");
}

void check_terms(const TomlTable& terms, TableReader& reader) {
  for (const auto& [acronym, expansion] : terms.entries) {
    if (!expansion.string()) reader.wrong_type(expansion, acronym.name, "a string");
  }
}

void add_words(const TomlValue* value, std::set<std::string, std::less<>>& words) {
  if (!value) return;
  if (value->string()) words.insert(ascii_upper(trim(*value->string())));
  if (!value->array()) return;
  for (const TomlValue& element : *value->array()) add_words(&element, words);
}

}  // namespace

std::optional<SiteFacts> read_site_facts(const SourceTree& tree, Diagnostics& diagnostics) {
  const SourceFile* file = tree.find("site.toml");
  if (!file) {
    diagnostics.error("site-missing", SourceSpan{SourcePath("site.toml")}, "there is no site.toml")
        .with_help("run in the site's folder, or make a site with `opsg-site init`");
    return std::nullopt;
  }
  auto table = read_table(*file, diagnostics);
  if (!table) return std::nullopt;
  auto policy = read_policy(*table, file->path, diagnostics);
  std::string time_zone = read_time_zone(*table, diagnostics);
  if (!policy) return std::nullopt;
  const TomlTable& settings = *table->find("policy")->table();
  const bool unlabelled =
      check_no_label(*table, diagnostics) && check_no_label(settings, diagnostics);
  const bool certain =
      check_labels_below(*table, Level{}, SourceSpan{file->path}, *policy, diagnostics);
  return SiteFacts{std::move(*table), file->path, std::move(*policy), std::move(time_zone),
                   unlabelled && certain};
}

TomlTable read_parties(const SourceTree& tree, Diagnostics& diagnostics) {
  auto parties = read_public_file(tree, kPartiesPath, diagnostics);
  if (!parties) return {};
  TableReader reader(*parties, file_span(kPartiesPath), diagnostics);
  reader.allow_only(kPartiesKeys);
  for (const TomlValue* party : reader.tables("party")) check_party(*party, diagnostics);
  return std::move(*parties);
}

TomlTable read_glossary(const SourceTree& tree, Diagnostics& diagnostics) {
  auto glossary = read_public_file(tree, kGlossaryPath, diagnostics);
  if (!glossary) return {};
  TableReader reader(*glossary, file_span(kGlossaryPath), diagnostics);
  reader.allow_only(kGlossaryKeys);
  if (const TomlTable* terms = reader.table("terms")) check_terms(*terms, reader);
  return std::move(*glossary);
}

bool check_public_table(const TomlTable& table, std::string_view path,
                        const MarkingContext& context, Diagnostics& diagnostics) {
  const TomlValue* label = table.find(kLabelKey);
  const bool own = !label || read_label(*label, context.policy, diagnostics);
  const bool below =
      check_labels_below(table, Level{}, file_span(path), context.policy, diagnostics);
  const bool unmarked = check_no_markings(table, context, diagnostics);
  return own && below && unmarked;
}

std::set<std::string, std::less<>> known_words(const TomlTable& parties,
                                               const TomlTable& glossary) {
  std::set<std::string, std::less<>> words;
  const TomlValue* list = parties.find("party");
  if (list && list->array()) {
    for (const TomlValue& party : *list->array()) {
      if (!party.table()) continue;
      add_words(party.table()->find("name"), words);
      add_words(party.table()->find("also"), words);
    }
  }
  const TomlValue* terms = glossary.find("terms");
  if (terms && terms->table()) {
    for (const auto& [acronym, expansion] : terms->table()->entries) {
      words.insert(ascii_upper(trim(acronym.name)));
    }
  }
  return words;
}

}  // namespace opsg::restricted
