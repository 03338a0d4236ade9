#pragma once

#include <string>
#include <vector>

#include "site.h"

namespace opsg::released {

/// What tells the entries of a register apart, as one place of one record gives it.
struct JoinKey {
  /// The id and the key fields' values, such that equal ones mean the same and natural order is
  /// the order to show them in: parties by their known names, periods as "2021-10 2021-12", other
  /// text in lower case. Empty for a field that is not given.
  std::vector<std::string> parts;
  std::string text;  ///< To be read: "CPM1 · DCC · October 2021".
};

JoinKey join_key(const Entry& entry, const RegisterDefinition& definition);

/// Equal in what they say, however they are written.
bool same_value(const FieldValue& a, const FieldValue& b);

/// Joins the entries of all records into the registers of site.toml: entries with one key become
/// one RegisterEntry, whose history is ordered by the meetings' dates. Within a meeting minutes
/// come last, so that their word counts, and headlines before them. Needs the site's config,
/// meetings and records, and its `as_of`.
std::vector<Register> join_registers(const Site& site);

}  // namespace opsg::released
