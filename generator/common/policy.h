#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "toml_value.h"

namespace opsg {

/// A place in the policy's order, from open (0) to closed. Greater is more closed.
struct Level {
  std::size_t rank = 0;
  friend auto operator<=>(const Level&, const Level&) = default;
};

struct PolicyLevel {
  std::string name;                      ///< Lower case: "white".
  std::vector<std::string> other_names;  ///< As written in site.toml: "TLP:CLEAR".
  std::string handling;                  ///< The statement printed on documents; may be empty.
  std::optional<std::string> audience;   ///< None: named recipients only, never rendered.
  std::string description;               ///< For the policy page; may be empty.
};

/// What an audience may see: portions up to `clearance`, and drafts and embargoed documents only
/// where the policy says so.
struct Clearance {
  Level level;
  bool drafts = false;
  bool embargoed = false;

  bool admits(Level portion) const { return portion <= level; }
};

struct Audience {
  std::string name;
  Clearance clearance;
};

/// The information policy of site.toml, which is public itself. Levels are ordered from open to
/// closed and there is at least one; audiences likewise, by clearance.
struct Policy {
  std::vector<PolicyLevel> levels;
  std::vector<Audience> audiences;
  Level people;  ///< The level of `name` and `alternate_for`.
  /// A sentence for every meeting's page, if asked for. It stands there whether something of the
  /// meeting is withheld or not: else it would say so.
  std::optional<std::string> withheld_notice;

  const PolicyLevel& operator[](Level level) const { return levels[level.rank]; }
  /// The level that a name or other name means, ignoring ASCII case and white space at the ends.
  std::optional<Level> find_level(std::string_view name) const;
  const Audience* find_audience(std::string_view name) const;
  Level most_closed() const { return Level{levels.size() - 1}; }
  /// Everything, drafts and embargoed documents included: for judging consistency, never for
  /// output.
  Clearance full_clearance() const { return {most_closed(), true, true}; }
  /// Every name and other name of every level.
  std::vector<std::string> all_names() const;
};

/// Reads site.toml's `[policy]`. What is missing or wrong is reported; nothing on an error.
std::optional<Policy> read_policy(const TomlTable& site, const SourcePath& path,
                                  Diagnostics& diagnostics);

}  // namespace opsg
