#include "meeting_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "date.h"
#include "table_reader.h"
#include "text.h"
#include "title_limit.h"

namespace opsg::restricted {
namespace {

const std::array<std::string, 14> kMeetingKeys = {
    "classification", "code",  "also",      "kind", "date",       "moved_from", "start", "end",
    "place",          "title", "cancelled", "next", "attendance", "attachments"};
const std::array<std::string, 6> kNextKeys = {"classification", "kind",   "date",
                                              "moved_from",     "remark", "cancelled"};
const std::array<std::string, 9> kAttendanceKeys = {"classification", "category", "organisation",
                                                    "name",           "role",     "alternate_for",
                                                    "part",           "items",    "apology"};
const std::array<std::string, 4> kAttachmentKeys = {"classification", "file", "title", "sha256"};

void report_date(const TomlValue& value, DateError error, Diagnostics& diagnostics) {
  const auto report = [&](std::string_view code, std::string_view what) {
    diagnostics.error(code, value.span(), fmt::format("`{}` {}", *value.string(), what))
        .with_help("write it like 2020-10-26 or \"26 October 2020\"");
  };
  if (error == DateError::impossible) return report("date-impossible", "is a day that is not");
  if (error == DateError::ambiguous) return report("date-ambiguous", "can be more than one day");
  report("date-unreadable", "is no date");
}

/// Whether the key holds a day now; false also where it holds "TBC" or "N/A".
bool read_date(TomlTable& table, std::string_view key, TableReader& reader,
               Diagnostics& diagnostics) {
  TomlValue* value = table.find(key);
  if (!value) return false;
  if (value->get_if<Date>()) return true;
  if (!value->string()) {
    reader.wrong_type(*value, key, "a date");
    return true;
  }
  const DateParse parsed = parse_date(*value->string());
  if (!parsed.value) {
    report_date(*value, parsed.error, diagnostics);
    return true;
  }
  if (!parsed.value->date) return false;
  value->variant() = *parsed.value->date;
  return true;
}

std::optional<int> read_number(std::string_view digits, int limit) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && digits.size() == 2 && number >= 0 && number < limit ? std::optional(number)
                                                                      : std::nullopt;
}

/// "13:20"
std::optional<TimeOfDay> parse_time(std::string_view text) {
  const auto parts = split(trim(text), ':');
  if (parts.size() != 2) return std::nullopt;
  const auto hour = read_number(parts[0], 24);
  const auto minute = read_number(parts[1], 60);
  if (!hour || !minute) return std::nullopt;
  return TimeOfDay{*hour, *minute, 0};
}

void read_time(TomlTable& facts, std::string_view key, TableReader& reader,
               Diagnostics& diagnostics) {
  TomlValue* value = facts.find(key);
  if (!value || value->get_if<TimeOfDay>()) return;
  if (!value->string()) return reader.wrong_type(*value, key, "a time");
  if (const auto time = parse_time(*value->string())) {
    value->variant() = *time;
    return;
  }
  diagnostics
      .error("time-unreadable", value->span(), fmt::format("`{}` is no time", *value->string()))
      .with_help("write it like \"13:20\"");
}

void check_next(TomlTable& next, const SourceSpan& span, Diagnostics& diagnostics) {
  TableReader reader(next, span, diagnostics);
  reader.allow_only(kNextKeys);
  reader.text("kind");
  reader.text("remark");
  reader.flag("cancelled");
  read_date(next, "date", reader, diagnostics);
  read_date(next, "moved_from", reader, diagnostics);
}

void check_attendee(TomlTable& attendee, const SourceSpan& span, Diagnostics& diagnostics) {
  TableReader reader(attendee, span, diagnostics);
  reader.allow_only(kAttendanceKeys);
  for (const char* key : {"category", "organisation", "name", "role", "alternate_for"}) {
    reader.text(key);
  }
  reader.flag("part");
  reader.flag("apology");
  reader.texts("items");
}

void check_attachment(TomlTable& attachment, const SourceSpan& span, Diagnostics& diagnostics) {
  TableReader reader(attachment, span, diagnostics);
  reader.allow_only(kAttachmentKeys);
  reader.required_text("file");
  reader.required_text("sha256");
  reader.text("title");
}

using TableCheck = void (*)(TomlTable&, const SourceSpan&, Diagnostics&);

void check_tables(TomlTable& facts, std::string_view key, TableReader& reader, TableCheck check,
                  Diagnostics& diagnostics) {
  reader.tables(key);
  TomlValue* value = facts.find(key);
  TomlArray* elements = value ? std::get_if<TomlArray>(&value->variant()) : nullptr;
  if (!elements) return;
  for (TomlValue& element : *elements) {
    TomlTable* table = std::get_if<TomlTable>(&element.variant());
    if (table) check(*table, element.span(), diagnostics);
  }
}

void check_date(TomlTable& facts, const SourceSpan& missing_at, TableReader& reader,
                Diagnostics& diagnostics) {
  if (read_date(facts, "date", reader, diagnostics)) return;
  const TomlValue* value = facts.find("date");
  diagnostics.error("missing-key", value ? value->span() : missing_at, "the meeting has no date")
      .with_help("add `date = 2020-10-26`; meetings without a date stand in the `next` of others");
}

}  // namespace

void check_meeting_facts(TomlTable& facts, const SourcePath& path, Diagnostics& diagnostics) {
  const SourceSpan missing_at{path};
  TableReader reader(facts, missing_at, diagnostics);
  reader.allow_only(kMeetingKeys);
  reader.required_text("code");
  for (const char* key : {"kind", "place"}) reader.text(key);
  const std::string title = reader.text("title");
  if (!title.empty()) check_title_length(title, facts.find("title")->span(), diagnostics);
  reader.texts("also");
  reader.flag("cancelled");
  check_date(facts, missing_at, reader, diagnostics);
  read_date(facts, "moved_from", reader, diagnostics);
  read_time(facts, "start", reader, diagnostics);
  read_time(facts, "end", reader, diagnostics);
  check_tables(facts, "next", reader, check_next, diagnostics);
  check_tables(facts, "attendance", reader, check_attendee, diagnostics);
  check_tables(facts, "attachments", reader, check_attachment, diagnostics);
}

}  // namespace opsg::restricted
