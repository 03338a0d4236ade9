#include "meeting_record.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "said_label.h"
#include "text.h"
#include "wrapped_text.h"

namespace opsg::importing {
namespace {

std::string toml_strings(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + toml_string(text);
  return "[" + out + "]";
}

std::string written_time(TimeOfDay time) {
  return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
}

/// The pairs of an inline table or of a file, without those that say nothing.
using Pairs = std::vector<std::pair<std::string_view, std::string>>;

void add_text(Pairs& pairs, std::string_view key, std::string_view text) {
  if (!text.empty()) pairs.emplace_back(key, toml_string(text));
}

std::string inline_table(const Pairs& pairs) {
  std::string out;
  for (const auto& [key, value] : pairs) {
    out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", key, value);
  }
  return "{ " + out + " }";
}

std::string attendee_row(const Attendee& attendee) {
  Pairs pairs;
  add_text(pairs, "category", attendee.category);
  add_text(pairs, "organisation", attendee.organisation);
  add_text(pairs, "role", attendee.role);
  add_text(pairs, "name", attendee.name);
  add_text(pairs, "alternate_for", attendee.alternate_for);
  if (attendee.part) pairs.emplace_back("part", "true");
  if (!attendee.items.empty()) pairs.emplace_back("items", toml_strings(attendee.items));
  if (attendee.apology) pairs.emplace_back("apology", "true");
  return inline_table(pairs);
}

std::string coming_row(const ComingMeeting& coming) {
  Pairs pairs;
  add_text(pairs, "kind", coming.kind);
  pairs.emplace_back("date", iso_date(coming.date));
  return inline_table(pairs);
}

template <class Row, class WriteRow>
std::string array_of(std::string_view key, const std::vector<Row>& rows, WriteRow write_row) {
  if (rows.empty()) return {};
  std::string out = fmt::format("\n{} = [\n", key);
  for (const Row& row : rows) out += fmt::format("  {},\n", write_row(row));
  return out + "]\n";
}

Pairs facts(const MeetingRecord& meeting) {
  Pairs pairs;
  add_text(pairs, "code", meeting.code);
  if (!meeting.also.empty()) pairs.emplace_back("also", toml_strings(meeting.also));
  add_text(pairs, "kind", meeting.kind);
  if (meeting.date) pairs.emplace_back("date", iso_date(*meeting.date));
  if (meeting.start) pairs.emplace_back("start", written_time(*meeting.start));
  if (meeting.end) pairs.emplace_back("end", written_time(*meeting.end));
  add_text(pairs, "place", meeting.place);
  return pairs;
}

}  // namespace

std::optional<std::string> meeting_slug(std::string_view code, const std::optional<Date>& date,
                                        std::string_view committee) {
  if (!date || code.empty()) return std::nullopt;
  const std::string_view number = code.substr(0, code.find('_'));
  return fmt::format("{}-{}", iso_date(*date), slugify(fmt::format("{} {}", committee, number)));
}

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\t' ? ' ' : c;
  }
  return out + '"';
}

std::vector<std::string> label_comments(const SaidLabel& said) {
  std::vector<std::string> lines = {
      said.banner.empty() ? std::string("The document says nothing of its classification.")
                          : fmt::format("{} {}", kDocumentSays, printable(said.banner))};
  for (const std::string& text : said.also) {
    lines.push_back(fmt::format("{} {}", kAlsoSays, printable(text)));
  }
  return lines;
}

std::string write_empty_label(const SaidLabel& said) {
  std::string out;
  for (const std::string& line : label_comments(said)) {
    out += wrap_text(line, kLineWidth, "# ") + "\n";
  }
  return out + "classification = \"\"\n";
}

std::string write_meeting(const MeetingRecord& meeting) {
  std::string out = write_empty_label(meeting.said);
  for (const auto& [key, value] : facts(meeting)) out += fmt::format("{} = {}\n", key, value);
  out += array_of("next", meeting.next, coming_row);
  out += array_of("attendance", meeting.attendance, attendee_row);
  return out;
}

}  // namespace opsg::importing
