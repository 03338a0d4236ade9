#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "site.h"

namespace opsg::released {

/// One step of one entry's history.
struct StepPlace {
  const Register* reg = nullptr;
  const RegisterEntry* entry = nullptr;
  std::size_t step = 0;  ///< Index into RegisterEntry::history.
};

struct EntryPlace {
  const Register* reg = nullptr;
  const RegisterEntry* entry = nullptr;
};

struct ItemPlace {
  std::size_t record = 0;  ///< Index into Site::records.
  std::size_t item = 0;    ///< Index into Record::items.
};

/// A mention of a reference.
struct ReferencePlace {
  std::size_t reference = 0;  ///< Index into Site::references.
  std::size_t mention = 0;    ///< Index into ReferencePage::mentions.
};

/// What belongs to a meeting or a party, so that no page has to look through the whole site.
/// Borrows the site.
struct SiteIndex {
  explicit SiteIndex(const Site& site);

  std::vector<std::vector<StepPlace>> steps;            ///< By meeting.
  std::vector<std::vector<DecisionPlace>> decisions;    ///< By meeting.
  std::vector<std::vector<ReferencePlace>> references;  ///< By meeting, then reference.
  /// Complete minutes (indices into Site::records) by the meeting that agreed them.
  std::vector<std::vector<std::size_t>> adopted;
  std::map<std::string, std::vector<EntryPlace>> owned;     ///< By a party's name.
  std::map<std::string, std::vector<ItemPlace>> sponsored;  ///< By a party's name, latest first.
  std::map<std::string, std::size_t> meetings;              ///< By slug.
};

/// The names in all fields of the entry's present state that hold parties, each once.
std::vector<std::string> parties_of(const RegisterEntry& entry);

const Entry& entry_at(const Site& site, const Step& step);

}  // namespace opsg::released
