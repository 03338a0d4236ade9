#include "site.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "content_key.h"
#include "meeting_facts.h"
#include "natural_order.h"
#include "record_memo.h"
#include "references.h"
#include "register.h"
#include "text.h"

namespace opsg::released {
namespace {

std::vector<Meeting> read_meetings(const ClearedSources& sources, const SiteConfig& config) {
  std::vector<Meeting> meetings;
  for (const Cleared<MeetingSource>& source : sources.meetings) {
    auto meeting = read_meeting(source, config);
    if (meeting) meetings.push_back(std::move(*meeting));
  }
  std::stable_sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
    return a.date != b.date ? a.date < b.date : natural_less(a.code, b.code);
  });
  return meetings;
}

using SharedRecord = std::shared_ptr<const Record>;

/// All that a record follows from, besides the document itself.
struct RecordReading {
  const SiteConfig& config;
  const Vocabulary& vocabulary;
  RecordMemo* memo;
  std::string key;  ///< Of what the config and the vocabulary were made of. Empty without a memo.
};

std::string reading_key(const ClearedSources& sources, const SiteOptions& options,
                        const std::map<std::string, std::string>& meeting_spellings) {
  ContentKey key;
  key.add(sources.site).add(sources.parties).add(sources.glossary);
  key.add(options.base_url.value_or("")).add(std::uint64_t{options.search_installed});
  key.add(std::uint64_t{meeting_spellings.size()});
  for (const auto& [spelling, code] : meeting_spellings) key.add(spelling).add(code);
  return key.hex();
}

ReadRecord read_afresh(const Cleared<DocumentSource>& source, const RecordReading& reading) {
  ReadRecord read;
  read.record = read_record(source, reading.config, reading.vocabulary, read.findings);
  return read;
}

std::shared_ptr<const ReadRecord> read_or_recall(const Cleared<DocumentSource>& source,
                                                 const RecordReading& reading) {
  if (!reading.memo) return std::make_shared<const ReadRecord>(read_afresh(source, reading));
  const std::string key = ContentKey().add(reading.key).add(*source).hex();
  if (auto known = reading.memo->find(key)) return known;
  return reading.memo->keep(key, read_afresh(source, reading));
}

std::vector<SharedRecord> read_records(const ClearedSources& sources, const RecordReading& reading,
                                       Diagnostics& diagnostics) {
  std::vector<std::shared_ptr<const ReadRecord>> read(sources.documents.size());
  tbb::parallel_for(std::size_t{0}, read.size(), [&](std::size_t i) {
    read[i] = read_or_recall(sources.documents[i], reading);
  });
  std::vector<SharedRecord> records;
  for (const auto& each : read) {
    diagnostics.append(each->findings);
    records.emplace_back(each, &each->record);
  }
  return records;
}

int place_in_meeting(const Record& record) {
  if (record.name == "headlines") return 0;
  return record.name == "minutes" ? 1 : 2;
}

struct RecordInMeeting {
  std::size_t meeting = 0;  ///< Its index; of a page, that of none.
  int place = 0;            ///< In the meeting.
  SharedRecord record;
};

/// The records with their meetings, in the site's order. A record whose meeting is not here (its
/// facts are withheld or broken) has no place to be shown at and is left out.
std::vector<RecordInMeeting> in_order(std::vector<SharedRecord> records,
                                      const std::vector<Meeting>& meetings) {
  std::unordered_map<std::string_view, std::size_t> by_slug;
  for (std::size_t i = 0; i < meetings.size(); ++i) by_slug[meetings[i].slug] = i;
  std::vector<RecordInMeeting> placed;
  for (SharedRecord& record : records) {
    if (record->meeting.empty()) {
      placed.push_back({meetings.size(), 0, std::move(record)});
    } else if (const auto meeting = by_slug.find(record->meeting); meeting != by_slug.end()) {
      placed.push_back({meeting->second, place_in_meeting(*record), std::move(record)});
    }
  }
  const auto order = [](const RecordInMeeting& each) {
    return std::tuple(each.meeting, each.place, std::string_view(each.record->name));
  };
  std::stable_sort(placed.begin(), placed.end(),
                   [&](const auto& a, const auto& b) { return order(a) < order(b); });
  return placed;
}

/// Puts the records in the site's order and ties each to its meeting.
void place_records(Site& site, std::vector<SharedRecord> records) {
  for (RecordInMeeting& each : in_order(std::move(records), site.meetings)) {
    const bool is_page = each.meeting == site.meetings.size();
    (is_page ? site.pages : site.meetings[each.meeting].records).push_back(site.records.size());
    site.records.push_back(std::move(each.record));
  }
}

void attach_files(Site& site, const ClearedSources& sources) {
  std::unordered_map<std::string_view, Meeting*> meetings;
  for (Meeting& meeting : site.meetings) meetings.emplace(meeting.slug, &meeting);
  for (const Cleared<AttachmentSource>& source : sources.attachments) {
    const auto meeting = meetings.find(source->meeting);
    if (meeting == meetings.end()) continue;
    meeting->second->attachments.push_back(
        {source->file, source->title, source->level, &source->bytes});
  }
}

/// An attendee's items say no more than the agenda that the audience has.
void drop_unknown_items(Meeting& meeting, const RecordList& records) {
  std::set<std::string, std::less<>> known;
  for (const std::size_t record : meeting.records) {
    for (const Item& item : records[record].items) known.insert(item.number);
  }
  for (Attendee& attendee : meeting.attendance) {
    std::erase_if(attendee.items, [&](const std::string& item) { return !known.contains(item); });
  }
}

/// Whether a meeting took place can be told from what was written of it. An agenda is written
/// before.
bool was_held(const Meeting& meeting, const RecordList& records) {
  return !meeting.cancelled &&
         std::any_of(meeting.records.begin(), meeting.records.end(), [&](std::size_t i) {
           return !records[i].draft && records[i].name != "agenda";
         });
}

void complete_meetings(Site& site) {
  for (Meeting& meeting : site.meetings) {
    drop_unknown_items(meeting, site.records);
    meeting.held = was_held(meeting, site.records);
  }
}

std::optional<Date> find_as_of(const Site& site, const SiteOptions& options) {
  if (options.as_of) return options.as_of;
  if (site.config.as_of) return site.config.as_of;
  const auto latest = std::find_if(site.meetings.rbegin(), site.meetings.rend(),
                                   [](const Meeting& meeting) { return meeting.held; });
  return latest == site.meetings.rend() ? std::nullopt : std::optional(latest->date);
}

std::string with_final_slash(std::string url) {
  if (!url.ends_with('/')) url += '/';
  return url;
}

std::vector<DecisionPlace> index_decisions(const Site& site) {
  std::vector<DecisionPlace> decisions;
  for (std::size_t meeting = 0; meeting < site.meetings.size(); ++meeting) {
    for (const std::size_t record : site.meetings[meeting].records) {
      for (std::size_t i = 0; i < site.records[record].decisions.size(); ++i) {
        decisions.push_back({meeting, record, i});
      }
    }
  }
  return decisions;
}

}  // namespace

SpellingIndex index_spellings(const std::vector<Meeting>& meetings) {
  SpellingIndex index;
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    for (const std::string& spelling : meetings[i].spellings) {
      index.emplace(ascii_lower(spelling), i);
    }
  }
  return index;
}

const Meeting* Site::find_meeting(std::string_view code_or_spelling) const {
  const auto found = spellings.find(ascii_lower(collapse_space(code_or_spelling)));
  return found == spellings.end() ? nullptr : &meetings[found->second];
}

const Register* Site::find_register(std::string_view name) const {
  const auto found = std::find_if(registers.begin(), registers.end(), [&](const Register& each) {
    return each.definition.name == name;
  });
  return found == registers.end() ? nullptr : &*found;
}

std::optional<Site> make_site(const ClearedSources& sources, const SiteOptions& options,
                              Diagnostics& diagnostics) {
  auto config = read_site_config(sources.site, sources.site_path, diagnostics);
  if (!config) return std::nullopt;

  Site site;
  site.config = std::move(*config);
  if (options.base_url) site.config.base_url = with_final_slash(*options.base_url);
  if (site.config.search) site.config.search->installed = options.search_installed;
  site.audience = options.audience;
  site.meetings = read_meetings(sources, site.config);
  site.spellings = index_spellings(site.meetings);
  const auto spellings = spellings_in_prose(site.meetings);
  site.vocabulary =
      Vocabulary::make(site.config, sources.parties, sources.glossary, spellings, diagnostics);
  if (!site.vocabulary) return std::nullopt;

  const RecordReading reading{site.config, *site.vocabulary, options.memo,
                              options.memo ? reading_key(sources, options, spellings) : ""};
  place_records(site, read_records(sources, reading, diagnostics));
  attach_files(site, sources);
  complete_meetings(site);
  // From here on the meetings and records are complete, and nothing changes them.
  site.as_of = find_as_of(site, options);
  site.registers = join_registers(site);
  site.decisions = index_decisions(site);
  site.references = index_references(site);
  return site;
}

}  // namespace opsg::released
