#pragma once

#include <optional>
#include <set>
#include <string>

#include "diagnostic.h"
#include "gate_rules.h"
#include "policy.h"
#include "sources.h"
#include "toml_value.h"

namespace opsg::restricted {

/// site.toml: `site-missing` where there is none, and what its policy and time zone have wrong.
/// Nothing where the rest of the site cannot be judged without it.
struct SiteFacts {
  TomlTable table;
  SourcePath path;
  Policy policy;
  std::string time_zone;
};
std::optional<SiteFacts> read_site_facts(const SourceTree& tree, Diagnostics& diagnostics);

/// content/parties.toml: `[[party]]` with name, also, title. Empty where there is no such file.
TomlTable read_parties(const SourceTree& tree, const Policy& policy, Diagnostics& diagnostics);

/// content/glossary.toml: `[terms]`, acronym -> expansion. Empty where there is no such file.
TomlTable read_glossary(const SourceTree& tree, const Policy& policy, Diagnostics& diagnostics);

/// Party names, their other spellings and acronyms, in upper case.
std::set<std::string, std::less<>> known_words(const TomlTable& parties, const TomlTable& glossary);

}  // namespace opsg::restricted
