#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "diagnostic.h"
#include "record_list.h"
#include "site.h"
#include "sources.h"

namespace opsg::released {

/// The lines of a record's source that its fragments' lines came from.
using FragmentOrigins = std::vector<std::vector<std::uint32_t>>;

/// What the records say to those who may read everything. What is withheld may stand between blocks
/// that are read together without it: a paragraph between the heading of an action and a list that
/// then reads as its fields. So nothing that an audience's records are read as may differ from
/// this. It gives nothing away but findings: its records cannot be reached.
class FullReading {
 public:
  /// Of the site at full clearance, whose records it shares, and what that was made of.
  FullReading(const Site& everything, const ClearedSources& sources);

  /// Reports as `structure-changed`, at its place in the audience's text, what the audience's
  /// records are read as and these are not at the same lines: agenda items, entries with their
  /// keys, fields and prose, decisions, references, and the items that they stand under. To say
  /// less is no difference, but where all of a text is shown that says it: the owner in the words
  /// of an action, the prose of an entry. Nor is a text in which words are withheld. `sources` are
  /// what `shown` was made of.
  void report_differences(const Site& shown, const ClearedSources& sources,
                          Diagnostics& diagnostics) const;

 private:
  RecordList records_;
  std::map<std::string, FragmentOrigins, std::less<>> origins_;  ///< By path.
};

}  // namespace opsg::released
