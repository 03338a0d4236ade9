#include "meeting_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "table_reader.h"
#include "text.h"

namespace opsg::released {
namespace {

/// The value of `key`, where it is a T.
template <class T>
std::optional<T> typed(const TomlTable& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  const T* found = value ? value->get_if<T>() : nullptr;
  return found ? std::optional(*found) : std::nullopt;
}

std::vector<ComingMeeting> read_coming_meetings(TableReader& meeting, Diagnostics& diagnostics) {
  std::vector<ComingMeeting> coming;
  for (const TomlValue* value : meeting.tables("next")) {
    const TomlTable& table = *value->table();
    const auto date = typed<Date>(table, "date");
    if (!date) continue;
    TableReader reader(table, value->span(), diagnostics);
    coming.push_back({.kind = reader.text("kind"),
                      .date = *date,
                      .moved_from = typed<Date>(table, "moved_from"),
                      .remark = reader.text("remark"),
                      .cancelled = reader.flag("cancelled"),
                      .span = table.find("date")->span()});
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
    TableReader reader(*value->table(), value->span(), diagnostics);
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

/// "27", "34x": what a text may say without meaning a meeting.
bool is_bare_number(std::string_view spelling) {
  const auto digits = spelling.find_first_not_of("0123456789");
  return digits == std::string_view::npos ||
         (digits > 0 && spelling.find_first_not_of('x', digits) == std::string_view::npos);
}

}  // namespace

std::optional<Meeting> read_meeting(const Cleared<MeetingSource>& source,
                                    const SiteConfig& config) {
  const TomlTable& facts = source->facts;
  Diagnostics reported_by_the_gate;
  TableReader reader(facts, SourceSpan{source->path}, reported_by_the_gate);
  const auto date = typed<Date>(facts, "date");
  const std::string code = collapse_space(reader.text("code"));
  if (!date || code.empty()) return std::nullopt;

  Meeting meeting;
  meeting.slug = source->slug;
  meeting.level = source->level;
  meeting.code = code;
  meeting.span = facts.find("code")->span();
  meeting.spellings = code_spellings(code, reader.texts("also"), config.committee);
  meeting.title = reader.text("title");
  if (meeting.title.empty()) meeting.title = config.title + " Meeting " + code;
  meeting.kind = reader.text("kind");
  meeting.date = *date;
  meeting.moved_from = typed<Date>(facts, "moved_from");
  meeting.start = typed<TimeOfDay>(facts, "start");
  meeting.end = typed<TimeOfDay>(facts, "end");
  meeting.place = reader.text("place");
  meeting.cancelled = reader.flag("cancelled");
  meeting.next = read_coming_meetings(reader, reported_by_the_gate);
  meeting.attendance = read_attendance(reader, reported_by_the_gate);
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
