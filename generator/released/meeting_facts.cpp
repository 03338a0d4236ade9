#include "meeting_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "table_reader.h"
#include "text.h"

namespace opsg::released {
namespace {

const std::array<std::string, 14> kMeetingKeys = {
    "classification", "handling", "code",      "also", "title",      "kind",        "date",
    "start",          "end",      "cancelled", "next", "attendance", "attachments", "place"};
const std::array<std::string, 4> kComingKeys = {"classification", "kind", "date", "remark"};
const std::array<std::string, 9> kAttendeeKeys = {"classification", "category", "organisation",
                                                  "name",           "role",     "alternate_for",
                                                  "part",           "items",    "apology"};

/// The value of `key` as a T, or nothing; another type is reported.
template <class T>
std::optional<T> typed(const TomlTable& table, std::string_view key, std::string_view wanted,
                       TableReader& reader) {
  const TomlValue* value = table.find(key);
  if (!value) return std::nullopt;
  if (const T* found = value->get_if<T>()) return *found;
  reader.wrong_type(*value, key, wanted);
  return std::nullopt;
}

std::optional<Date> required_date(const TomlTable& table, const SourceSpan& span,
                                  TableReader& reader, Diagnostics& diagnostics) {
  if (!table.contains("date")) {
    diagnostics.error("missing-key", span, "`date` is missing")
        .with_help("add `date = 2021-01-25`");
  }
  return typed<Date>(table, "date", "a date such as 2021-01-25", reader);
}

std::optional<TimeOfDay> time(const TomlTable& table, std::string_view key, TableReader& reader) {
  return typed<TimeOfDay>(table, key, "a time such as 13:20:00", reader);
}

std::vector<ComingMeeting> read_coming_meetings(TableReader& meeting, Diagnostics& diagnostics) {
  std::vector<ComingMeeting> coming;
  for (const TomlValue* value : meeting.tables("next")) {
    const TomlTable& table = *value->table();
    TableReader reader(table, value->span(), diagnostics);
    reader.allow_only(kComingKeys);
    const auto date = required_date(table, value->span(), reader, diagnostics);
    std::string kind = reader.text("kind");
    std::string remark = reader.text("remark");
    if (!date) continue;
    coming.push_back({std::move(kind), *date, std::move(remark), table.find("date")->span()});
  }
  return coming;
}

std::vector<std::string> read_items(TableReader& reader) {
  std::vector<std::string> items = reader.texts("items");
  for (std::string& item : items) {
    item = std::string(trim(item));
    if (item.ends_with('.')) item.pop_back();
  }
  return items;
}

std::vector<Attendee> read_attendance(TableReader& meeting, Diagnostics& diagnostics) {
  std::vector<Attendee> attendance;
  for (const TomlValue* value : meeting.tables("attendance")) {
    const TomlTable& table = *value->table();
    TableReader reader(table, value->span(), diagnostics);
    reader.allow_only(kAttendeeKeys);
    if (!table.contains("category") && !table.contains("organisation")) {
      diagnostics
          .error("missing-key", value->span(), "neither `category` nor `organisation` is here")
          .with_help("say whom the attendee stands for: `organisation = \"DCC\"`");
    }
    attendance.push_back({.category = reader.text("category"),
                          .organisation = reader.text("organisation"),
                          .name = reader.text("name"),
                          .role = reader.text("role"),
                          .alternate_for = reader.text("alternate_for"),
                          .part = reader.flag("part"),
                          .apology = reader.flag("apology"),
                          .items = read_items(reader)});
  }
  return attendance;
}

void require_order(const Meeting& meeting, const TomlTable& facts, Diagnostics& diagnostics) {
  if (!meeting.start || !meeting.end || *meeting.start < *meeting.end) return;
  diagnostics
      .error("ends-before-start", facts.find("end")->span(),
             "the meeting ends before it starts, or as it starts")
      .note("it starts here", facts.find("start")->span())
      .with_help("correct one of the times");
}

/// "27", "34x": what a text may say without meaning a meeting.
bool is_bare_number(std::string_view spelling) {
  const auto digits = spelling.find_first_not_of("0123456789");
  return digits == std::string_view::npos ||
         (digits > 0 && spelling.find_first_not_of('x', digits) == std::string_view::npos);
}

}  // namespace

std::optional<Meeting> read_meeting(const Cleared<MeetingSource>& source, const SiteConfig& config,
                                    Diagnostics& diagnostics) {
  const TomlTable& facts = source->facts;
  const SourceSpan file{source->path};
  TableReader reader(facts, file, diagnostics);
  reader.allow_only(kMeetingKeys);

  Meeting meeting;
  meeting.slug = source->slug;
  meeting.level = source->level;
  meeting.code = collapse_space(reader.required_text("code"));
  meeting.spellings = code_spellings(meeting.code, reader.texts("also"), config.committee);
  meeting.title = reader.text("title");
  if (meeting.title.empty()) meeting.title = config.title + " Meeting " + meeting.code;
  meeting.kind = reader.text("kind");
  const auto date = required_date(facts, file, reader, diagnostics);
  meeting.start = time(facts, "start", reader);
  meeting.end = time(facts, "end", reader);
  require_order(meeting, facts, diagnostics);
  meeting.place = reader.text("place");
  meeting.cancelled = reader.flag("cancelled");
  meeting.next = read_coming_meetings(reader, diagnostics);
  meeting.attendance = read_attendance(reader, diagnostics);
  if (meeting.code.empty() || !date) return std::nullopt;
  meeting.date = *date;
  meeting.span = facts.find("code")->span();
  return meeting;
}

std::vector<std::string> code_spellings(std::string_view code, std::span<const std::string> also,
                                        std::string_view committee) {
  std::vector<std::string> spellings;
  const auto add = [&](std::string spelling) {
    const bool known = std::find(spellings.begin(), spellings.end(), spelling) != spellings.end();
    if (!known && !spelling.empty()) spellings.push_back(std::move(spelling));
  };
  const auto add_with_committee = [&](std::string_view written) {
    add(std::string(written));
    if (committee.empty() || starts_with_ignoring_case(written, committee)) return;
    add(fmt::format("{}_{}", committee, written));
    add(fmt::format("{} {}", committee, written));
  };
  add_with_committee(code);
  for (const std::string& other : also) add_with_committee(collapse_space(other));
  return spellings;
}

std::map<std::string, std::string> spellings_in_prose(std::span<const Meeting> meetings) {
  std::map<std::string, std::string> codes;
  for (const Meeting& meeting : meetings) {
    for (const std::string& spelling : meeting.spellings) {
      if (!is_bare_number(spelling)) codes.emplace(spelling, meeting.code);
    }
  }
  return codes;
}

}  // namespace opsg::released
