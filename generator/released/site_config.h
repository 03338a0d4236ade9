#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"
#include "diagnostic.h"
#include "toml_value.h"

namespace opsg::released {

enum class FieldType { date, parties, state, score, percentage, period, rag, text };

struct FieldDefinition {
  std::string name;   ///< As in site.toml and in views: "target".
  std::string title;  ///< As in records, ignoring case: "Target".
  FieldType type = FieldType::text;
};

struct StateDefinition {
  std::string name;  ///< "Open", "Closed", "On hold".
  bool closed = false;
};

/// What site.toml declares of one register.
struct RegisterDefinition {
  std::string name;        ///< "actions": also its URL.
  std::string title;       ///< "Action log"
  std::string id_pattern;  ///< RE2, for the whole id.
  SourceSpan pattern_span;
  std::vector<std::string> key_fields;  ///< Fields that, with the id, tell entries apart.
  std::vector<FieldDefinition> fields;
  std::vector<StateDefinition> states;
  std::string raised_by;  ///< The keyword that raises an entry in a paragraph ("ACTION"), or empty.

  /// Ignores ASCII case. Null where there is none.
  const FieldDefinition* find_field(std::string_view title_or_name) const;
};

struct ReferenceDefinition {
  std::string name;     ///< "modification"
  std::string title;    ///< "Modification"
  std::string pattern;  ///< RE2.
  SourceSpan pattern_span;
  std::optional<std::string> link;  ///< "https://.../{id}"; none: a page of the site's own.
  SourceSpan link_span;
};

/// That readers can search the site, and by which program.
struct SearchDefinition {
  std::string engine;     ///< "pagefind"
  SourceSpan span;        ///< Of the engine's name.
  bool installed = true;  ///< Whether the engine will index this build.
};

/// site.toml, but for the policy. Defaults are those of docs/records.md.
struct SiteConfig {
  std::string title;
  std::string description;
  std::string committee;     ///< "OPSG": what the records call the committee.
  std::string base_url;      ///< Absolute, ends with '/'; the command line's, where it gives one.
  std::string declared_url;  ///< The one of site.toml.
  std::string language = "en-GB";
  std::string time_zone = "Europe/London";
  std::string theme = "plain";
  std::optional<Date> as_of;
  std::vector<std::string> decision_verbs;     ///< Lower case: "noted".
  std::vector<std::string> silenced_warnings;  ///< Codes of warnings that are not printed.
  std::vector<RegisterDefinition> registers;
  std::vector<ReferenceDefinition> references;
  std::optional<SearchDefinition> search;
  /// Titles of the agenda items that every meeting has, in their order.
  std::vector<std::string> standing_items = {"Actions Outstanding", "Any Other Business"};

  const RegisterDefinition* find_register(std::string_view name) const;
};

/// Reads site.toml, but for `[policy]`. Everything wrong is reported in one run; nothing on an
/// error. Whether patterns are well formed is for `Vocabulary::make` to say.
std::optional<SiteConfig> read_site_config(const TomlTable& site, const SourcePath& path,
                                           Diagnostics& diagnostics);

}  // namespace opsg::released
