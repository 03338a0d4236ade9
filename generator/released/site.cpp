#include "site.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "meeting_facts.h"
#include "natural_order.h"
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

std::vector<Record> read_records(const ClearedSources& sources, const SiteConfig& config,
                                 const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::vector<Record> records(sources.documents.size());
  std::vector<Diagnostics> findings(records.size());
  tbb::parallel_for(std::size_t{0}, records.size(), [&](std::size_t i) {
    records[i] = read_record(sources.documents[i], config, vocabulary, findings[i]);
  });
  for (Diagnostics& each : findings) diagnostics.append(std::move(each));
  return records;
}

int place_in_meeting(const Record& record) {
  if (record.name == "headlines") return 0;
  return record.name == "minutes" ? 1 : 2;
}

/// Puts the records in the site's order and ties each to its meeting. A record whose meeting is
/// not here (its facts are withheld or broken) has no place to be shown at and is left out.
void place_records(Site& site, std::vector<Record> records) {
  std::map<std::string, std::size_t, std::less<>> meetings;
  for (std::size_t i = 0; i < site.meetings.size(); ++i) meetings[site.meetings[i].slug] = i;
  std::erase_if(records, [&](const Record& record) {
    return !record.meeting.empty() && !meetings.contains(record.meeting);
  });
  const auto order = [&](const Record& record) {
    const bool page = record.meeting.empty();
    return std::tuple(page ? meetings.size() : meetings.find(record.meeting)->second,
                      page ? 0 : place_in_meeting(record), std::string_view(record.name));
  };
  std::stable_sort(records.begin(), records.end(),
                   [&](const Record& a, const Record& b) { return order(a) < order(b); });

  site.records = std::move(records);
  for (std::size_t i = 0; i < site.records.size(); ++i) {
    const std::string& meeting = site.records[i].meeting;
    auto& indices = meeting.empty() ? site.pages : site.meetings[meetings[meeting]].records;
    indices.push_back(i);
  }
}

void attach_files(Site& site, const ClearedSources& sources) {
  for (const Cleared<AttachmentSource>& source : sources.attachments) {
    const auto meeting =
        std::find_if(site.meetings.begin(), site.meetings.end(),
                     [&](const Meeting& each) { return each.slug == source->meeting; });
    if (meeting == site.meetings.end()) continue;
    meeting->attachments.push_back({source->file, source->title, source->level, &source->bytes});
  }
}

/// An attendee's items say no more than the agenda that the audience has.
void drop_unknown_items(Meeting& meeting, const std::vector<Record>& records) {
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
bool was_held(const Meeting& meeting, const std::vector<Record>& records) {
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

const Meeting* Site::find_meeting(std::string_view code_or_spelling) const {
  const std::string wanted = collapse_space(code_or_spelling);
  const auto is_meant = [&](const std::string& spelling) {
    return equals_ignoring_case(spelling, wanted);
  };
  const auto found = std::find_if(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
    return std::any_of(meeting.spellings.begin(), meeting.spellings.end(), is_meant);
  });
  return found == meetings.end() ? nullptr : &*found;
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
  site.vocabulary = Vocabulary::make(site.config, sources.parties, sources.glossary,
                                     spellings_in_prose(site.meetings), diagnostics);
  if (!site.vocabulary) return std::nullopt;

  place_records(site, read_records(sources, site.config, *site.vocabulary, diagnostics));
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
