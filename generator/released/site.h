#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record.h"
#include "record_list.h"
#include "sources.h"

namespace opsg::released {

struct ComingMeeting {
  std::string kind;
  Date date{};
  std::optional<Date> moved_from;  ///< The day for which it was announced before.
  std::string remark;
  bool cancelled = false;
  SourceSpan span;  ///< Of the date.
};

struct Attendee {
  std::string category;
  std::string organisation;
  std::string name;  ///< Empty where the audience may not see it.
  std::string role;
  std::string alternate_for;  ///< Likewise.
  bool part = false;
  bool apology = false;
  std::vector<std::string> items;  ///< Agenda items of the records that the audience has.
};

/// Attachments are copied to /meetings/<slug>/<file>.
struct Attachment {
  std::string file;
  std::string title;
  std::string level;
  const std::string* bytes = nullptr;  ///< Borrowed from the ClearedSources.
};

struct Meeting {
  std::string slug;
  std::string code;
  /// The code first, then "OPSG_41_2501", "OPSG 41_2501" and meeting.toml's `also`, likewise.
  std::vector<std::string> spellings;
  std::string title;  ///< meeting.toml's, or "SEC Operations Group Meeting 41_2501".
  std::string kind;
  Date date{};
  std::optional<Date> moved_from;  ///< The day for which it was announced.
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;
  std::string place;
  bool cancelled = false;
  std::string level;
  std::vector<ComingMeeting> next;
  std::vector<Attendee> attendance;
  std::vector<Attachment> attachments;
  std::vector<std::size_t> records;  ///< Indices into Site::records: headlines, minutes, others.
  bool held = false;                 ///< Not cancelled, and a document other than a draft says so.
  SourceSpan span;                   ///< Of the code.
};

/// One record's word on an entry.
struct Step {
  std::size_t meeting = 0;  ///< Index into Site::meetings.
  std::size_t record = 0;   ///< Index into Site::records.
  std::size_t entry = 0;    ///< Index into Record::entries.
};

struct TargetRevision {
  WrittenDate date;      ///< A date or "TBC".
  std::size_t step = 0;  ///< Index into RegisterEntry::history.
  bool revised = false;  ///< Given as `Revised`; else it stands in `Target`.
};

/// All that the records say of one id (and the key fields), joined. The fields `raised`, `target`
/// and `revised` (dates) and the first one of type `state` have a meaning of their own.
struct RegisterEntry {
  std::string key;  ///< The id, and the key fields' values: "LSC 5 · February 2022 SEC Release".
  std::string id;
  std::string title;  ///< The latest that was given.
  std::string slug;  ///< Of its page below the register's: of the id and the key, less its periods.
  std::string place;          ///< Where several periods share a page: "period-2021-10"; else empty.
  std::vector<Step> history;  ///< By the meetings' dates, minutes last in each; never empty.
  std::vector<Field> present;  ///< The latest of each field given, in site.toml's order.

  std::string state;           ///< Without a word on it the first open one; empty: no states.
  bool closed = false;         ///< Where the register has states.
  std::optional<Date> raised;  ///< The field, or the date of the meeting that raised it.
  std::vector<TargetRevision> targets;  ///< Every target in turn, the original one first.
  std::optional<Date> closed_on;        ///< The date of the meeting that closed it.
  int age_days = 0;       ///< From raising to closing, or to the site's as_of; 0 where unknown.
  int days_overdue = 0;   ///< At the site's as_of; 0 where it is not overdue.
  int slippage_days = 0;  ///< First target to closing, or to the last; never below 0.

  const Field* find(std::string_view field_name) const;
  /// The present target, where it is a date.
  std::optional<Date> target() const;
};

struct Register {
  RegisterDefinition definition;
  std::vector<RegisterEntry> entries;  ///< By key; numbers compare as numbers, periods by date.
};

struct DecisionPlace {
  std::size_t meeting = 0;
  std::size_t record = 0;
  std::size_t decision = 0;
};

/// A paragraph, heading or table row of a meeting's record that mentions something.
struct MentionPlace {
  std::size_t meeting = 0;
  std::size_t record = 0;
  std::size_t item = kNoItem;
  std::string excerpt;  ///< Plain text of the block, or of a long one what is around the mention.
};

struct ReferencePage {
  std::string definition;  ///< The ReferenceDefinition's name.
  std::string id;
  std::string slug;
  std::optional<std::string> link;     ///< With the id in it; none: a page of the site's own.
  std::vector<MentionPlace> mentions;  ///< By record and place.
};

/// The index of the first meeting of each spelling, which is in lower case.
using SpellingIndex = std::unordered_map<std::string, std::size_t>;
SpellingIndex index_spellings(const std::vector<Meeting>& meetings);

/// Everything that is to be shown, joined; a pure function of the cleared sources and `as_of`.
struct Site {
  SiteConfig config;
  std::optional<Vocabulary> vocabulary;
  std::string audience;
  /// --as-of, or site.toml's, or the date of the latest meeting held; none where none was.
  std::optional<Date> as_of;
  std::vector<Meeting> meetings;    ///< By date, then code; oldest first.
  SpellingIndex spellings;          ///< Of the meetings.
  RecordList records;               ///< By meeting: headlines, minutes, others; then pages by name.
  std::vector<std::size_t> pages;   ///< Indices into `records`.
  std::vector<Register> registers;  ///< In the order of site.toml, decisions excluded.
  std::vector<DecisionPlace> decisions;   ///< By meeting, record and place.
  std::vector<ReferencePage> references;  ///< By definition and id.

  const Entry& entry(const Step& step) const { return records[step.record].entries[step.entry]; }
  const Meeting& meeting(const Step& step) const { return meetings[step.meeting]; }

  /// By its code or another spelling of it, ignoring case. Null where there is none.
  const Meeting* find_meeting(std::string_view code_or_spelling) const;
  const Register* find_register(std::string_view name) const;
};

class RecordMemo;

/// What the command line says of a build; it takes precedence over site.toml.
struct SiteOptions {
  std::string audience;
  std::optional<Date> as_of;
  std::optional<std::string> base_url;  ///< Absolute; a missing final '/' is added.
  bool search_installed = true;         ///< Whether the engine that site.toml names can be run.
  RecordMemo* memo = nullptr;           ///< Of what was read before; borrowed. Null: none.
};

/// Reads all records and joins them. Nothing only where site.toml, the glossary or the parties are
/// broken. Contradictions are not reported here. Borrows attachments' bytes from `sources`.
std::optional<Site> make_site(const ClearedSources& sources, const SiteOptions& options,
                              Diagnostics& diagnostics);

/// The contradictions between records: errors and warnings with both places. Judged at full
/// clearance only; an audience's site is never judged.
void judge_consistency(const Site& site, Diagnostics& diagnostics);

}  // namespace opsg::released
