#include "site_index.h"

#include <algorithm>

namespace opsg::released {
namespace {

void add_register(SiteIndex& index, const Register& reg) {
  for (const RegisterEntry& entry : reg.entries) {
    for (std::size_t step = 0; step < entry.history.size(); ++step) {
      index.steps[entry.history[step].meeting].push_back({&reg, &entry, step});
    }
    for (const std::string& party : parties_of(entry)) index.owned[party].push_back({&reg, &entry});
  }
}

void add_references(SiteIndex& index, const Site& site) {
  for (std::size_t reference = 0; reference < site.references.size(); ++reference) {
    const std::vector<MentionPlace>& mentions = site.references[reference].mentions;
    for (std::size_t mention = 0; mention < mentions.size(); ++mention) {
      index.references[mentions[mention].meeting].push_back({reference, mention});
    }
  }
}

void add_adopted(SiteIndex& index, const Site& site) {
  for (std::size_t i = 0; i < site.records.size(); ++i) {
    const Record& record = site.records[i];
    if (!record.complete || !record.adopted || record.meeting.empty()) continue;
    const Meeting* meeting = site.find_meeting(*record.adopted);
    if (meeting)
      index.adopted[static_cast<std::size_t>(meeting - site.meetings.data())].push_back(i);
  }
}

}  // namespace

SiteIndex::SiteIndex(const Site& site)
    : steps(site.meetings.size()),
      decisions(site.meetings.size()),
      references(site.meetings.size()),
      adopted(site.meetings.size()) {
  for (std::size_t i = 0; i < site.meetings.size(); ++i) meetings[site.meetings[i].slug] = i;
  for (const Register& reg : site.registers) add_register(*this, reg);
  for (const DecisionPlace& place : site.decisions) decisions[place.meeting].push_back(place);
  add_references(*this, site);
  add_adopted(*this, site);
  for (auto meeting = site.meetings.rbegin(); meeting != site.meetings.rend(); ++meeting) {
    for (const std::size_t record : meeting->records) {
      const std::vector<Item>& items = site.records[record].items;
      for (std::size_t item = 0; item < items.size(); ++item) {
        for (const std::string& party : items[item].sponsors) {
          sponsored[party].push_back({record, item});
        }
      }
    }
  }
}

std::vector<std::string> parties_of(const RegisterEntry& entry) {
  std::vector<std::string> names;
  for (const Field& field : entry.present) {
    const auto* parties = std::get_if<PartyNames>(&field.value);
    if (parties == nullptr) continue;
    for (const std::string& name : parties->names) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

const Entry& entry_at(const Site& site, const Step& step) {
  return site.records[step.record].entries[step.entry];
}

}  // namespace opsg::released
