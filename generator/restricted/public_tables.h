#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "diagnostic.h"
#include "policy.h"
#include "portions.h"
#include "sources.h"
#include "toml_value.h"

namespace opsg::restricted {

/// What the rest of the site is judged by.
struct SiteFacts {
  TomlTable table;
  SourcePath path;
  Policy policy;
  std::string time_zone;
  bool certain = true;  ///< False where a label in it was reported.
};

/// Reads site.toml: `site-missing` where there is none, `label-misplaced`, `time-zone-unknown` and
/// what its policy has wrong. Nothing without a policy.
std::optional<SiteFacts> read_site_facts(const SourceTree& tree, Diagnostics& diagnostics);

inline constexpr std::string_view kPartiesPath = "content/parties.toml";
inline constexpr std::string_view kGlossaryPath = "content/glossary.toml";

/// content/parties.toml: `[[party]]` with name, also, title. Empty where there is no such file.
TomlTable read_parties(const SourceTree& tree, Diagnostics& diagnostics);

/// content/glossary.toml: `[terms]`, acronym -> expansion. Empty where there is no such file.
TomlTable read_glossary(const SourceTree& tree, Diagnostics& diagnostics);

/// Checks the labels of a public file, which needs none, and that no string looks marked. False
/// where anything was reported.
bool check_public_table(const TomlTable& table, std::string_view path,
                        const MarkingContext& context, Diagnostics& diagnostics);

/// Party names, their other spellings and acronyms, in upper case.
std::set<std::string, std::less<>> known_words(const TomlTable& parties, const TomlTable& glossary);

}  // namespace opsg::restricted
