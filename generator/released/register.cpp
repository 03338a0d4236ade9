#include "register.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>

#include "action_dates.h"
#include "entry_address.h"
#include "entry_state.h"
#include "natural_order.h"
#include "text.h"

namespace opsg::released {
namespace {

using KeyParts = std::vector<std::string>;

struct KeyHash {
  std::size_t operator()(const KeyParts& parts) const {
    std::size_t hash = 0;
    for (const std::string& part : parts) hash = hash * 31 + std::hash<std::string>()(part);
    return hash;
  }
};

bool natural_key_less(const KeyParts& a, const KeyParts& b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), natural_less);
}

std::string with_slashes(std::vector<std::string> names) {
  return fmt::format("{}", fmt::join(names, "/"));
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

struct Normalised {
  std::string operator()(const std::string& text) const {
    return ascii_lower(collapse_space(text));
  }
  std::string operator()(const WrittenDate& date) const {
    if (date.date) return iso_date(*date.date);
    return date.kind == WrittenDate::Kind::to_be_confirmed ? "tbc" : "n/a";
  }
  std::string operator()(const PartyNames& parties) const {
    return with_slashes(sorted(parties.names));
  }
  std::string operator()(const State& state) const { return ascii_lower(state.name); }
  std::string operator()(const Score& score) const { return std::to_string(score.value); }
  std::string operator()(const Percentage& value) const { return std::to_string(value.hundredths); }
  std::string operator()(const Period& period) const {
    return iso_month(period.first) + ' ' + iso_month(period.last);
  }
  std::string operator()(Rag rag) const { return std::to_string(static_cast<int>(rag)); }
};

std::string normalised(const FieldValue& value) {
  return std::visit(Normalised{}, value);
}

/// The value as it reads in a key: parties by their known names, all else as written.
std::string key_text(const Field& field) {
  if (const auto* parties = std::get_if<PartyNames>(&field.value))
    return with_slashes(parties->names);
  return collapse_space(field.text);
}

int weight(const Record& record) {
  if (record.name == "minutes") return 2;
  return record.name == "headlines" ? 1 : 0;
}

/// The meeting's records such that the later one's word counts.
std::vector<std::size_t> by_weight(const Meeting& meeting, const RecordList& records) {
  std::vector<std::size_t> order = meeting.records;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return weight(records[a]) < weight(records[b]);
  });
  return order;
}

/// Every entry of every record, in the order of histories.
std::vector<Step> all_steps(const Site& site) {
  std::vector<Step> steps;
  for (std::size_t meeting = 0; meeting < site.meetings.size(); ++meeting) {
    for (const std::size_t record : by_weight(site.meetings[meeting], site.records)) {
      for (std::size_t entry = 0; entry < site.records[record].entries.size(); ++entry) {
        steps.push_back({meeting, record, entry});
      }
    }
  }
  return steps;
}

struct KeyedEntry {
  KeyParts key;
  RegisterEntry entry;
};

/// The register's entries in their order, with their histories and nothing else yet.
std::vector<KeyedEntry> group_by_key(const RegisterDefinition& definition,
                                     const std::vector<Step>& steps, const Site& site) {
  std::vector<KeyedEntry> entries;
  std::unordered_map<KeyParts, std::size_t, KeyHash> places;
  for (const Step& step : steps) {
    const Entry& word = site.entry(step);
    if (word.register_name != definition.name) continue;
    JoinKey key = join_key(word, definition);
    const auto [place, is_new] = places.try_emplace(key.parts, entries.size());
    if (is_new) {
      KeyedEntry& added = entries.emplace_back();
      added.key = std::move(key.parts);
      added.entry.key = std::move(key.text);
      added.entry.id = word.id;
    }
    entries[place->second].entry.history.push_back(step);
  }
  std::sort(entries.begin(), entries.end(), [](const KeyedEntry& a, const KeyedEntry& b) {
    return natural_key_less(a.key, b.key);
  });
  return entries;
}

/// All that follows from its history.
void complete(RegisterEntry& entry, const RegisterDefinition& definition, const Site& site) {
  EntryState present = state_after(site, definition, entry.history, entry.history.size());
  entry.title = std::move(present.title);
  entry.present = std::move(present.fields);
  read_state(entry, definition, site);
  read_dates(entry, site);
  entry.place = period_place(entry.present, definition);
}

Register join_register(const RegisterDefinition& definition, const std::vector<Step>& steps,
                       const Site& site) {
  std::vector<KeyedEntry> keyed = group_by_key(definition, steps, site);
  tbb::parallel_for(std::size_t{0}, keyed.size(),
                    [&](std::size_t i) { complete(keyed[i].entry, definition, site); });
  Register joined{definition, {}};
  SeriesSlugs slugs;
  for (auto& [key, entry] : keyed) {
    entry.slug = slugs.slug_of(series_key({key, entry.key}, definition));
    joined.entries.push_back(std::move(entry));
  }
  return joined;
}

}  // namespace

JoinKey join_key(const Entry& entry, const RegisterDefinition& definition) {
  JoinKey key{{entry.id}, entry.id};
  for (const std::string& name : definition.key_fields) {
    const Field* field = entry.find(name);
    key.parts.push_back(field ? normalised(field->value) : "");
    if (field) key.text += " · " + key_text(*field);
  }
  return key;
}

bool same_value(const FieldValue& a, const FieldValue& b) {
  return a.index() == b.index() && normalised(a) == normalised(b);
}

std::vector<Register> join_registers(const Site& site) {
  const std::vector<Step> steps = all_steps(site);
  std::vector<Register> registers;
  for (const RegisterDefinition& definition : site.config.registers) {
    registers.push_back(join_register(definition, steps, site));
  }
  return registers;
}

}  // namespace opsg::released
