#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "toml_value.h"
#include "vocabulary.h"

namespace opsg::released {

/// The organisations of parties.toml, by their names and other names.
class PartyDirectory {
 public:
  /// Reads parties.toml's `[[party]]` tables.
  void read(const TomlTable& parties, Diagnostics& diagnostics);
  /// Adds one that parties.toml may have left out.
  void add_unless_known(std::string_view name, std::string_view title);

  const Party* find(std::string_view name) const;
  const std::vector<Party>& all() const { return parties_; }

 private:
  void read_party(const TomlValue& value, Diagnostics& diagnostics);
  void add_name(std::string_view name, const SourceSpan& span, Diagnostics& diagnostics);
  std::string unused_slug(std::string_view name);

  struct Name {
    std::size_t party = 0;
    SourceSpan span;
  };
  std::vector<Party> parties_;
  std::map<std::string, Name, std::less<>> by_name_;
  std::set<std::string, std::less<>> slugs_;
};

/// glossary.toml's `[terms]`: acronym -> expansion.
std::map<std::string, std::string> read_glossary(const TomlTable& glossary,
                                                 Diagnostics& diagnostics);

}  // namespace opsg::released
