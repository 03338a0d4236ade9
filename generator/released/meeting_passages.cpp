#include "meeting_passages.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "data_entry_columns.h"
#include "meeting_view.h"
#include "sha256.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// "a, b" of those that are not empty.
std::string list_of(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

std::string time_of(const Meeting& meeting) {
  if (!meeting.start) return {};
  return time_text(*meeting.start) + (meeting.end ? " to " + time_text(*meeting.end) : "");
}

std::string moved_text(const std::optional<Date>& moved_from) {
  return moved_from ? "moved from " + long_date(*moved_from) : std::string();
}

std::string coming_text(const ComingMeeting& coming) {
  return list_of({capitalised(coming.kind), long_date(coming.date), moved_text(coming.moved_from),
                  coming.remark, coming.cancelled ? "cancelled" : ""});
}

std::string item_text(const std::string& items) {
  if (items.empty()) return {};
  return (items.find(',') == std::string::npos ? "item " : "items ") + items;
}

std::string attendee_text(const AttendeeView& attendee) {
  std::string text =
      list_of({attendee.name, attendee.organisation, attendee.role,
               attendee.alternate_for.empty() ? "" : "alternate for " + attendee.alternate_for,
               attendee.part ? "part" : "", item_text(attendee.items)});
  if (attendee.several) text += fmt::format(" ({})", attendee.count);
  return text;
}

Passage passage_of(const Meeting& meeting, std::string_view document, std::string_view kind) {
  Passage passage;
  passage.document = fmt::format("meetings/{}/{}", meeting.slug, document);
  passage.meeting = meeting.code;
  passage.kind = kind;
  return passage;
}

class MeetingFacts {
 public:
  MeetingFacts(const PageContext& context, const Meeting& meeting, const PassageSink& sink)
      : meeting_(meeting), sink_(sink), passage_(passage_of(meeting, "meeting", "fact")) {
    passage_.url = data_url(context, context.permalinks.meeting(meeting));
  }

  void read() {
    add("Title", meeting_.title);
    add("Code", meeting_.code);
    add("Kind", capitalised(meeting_.kind));
    add("Date", long_date(meeting_.date));
    if (meeting_.moved_from) add("Moved from", long_date(*meeting_.moved_from));
    add("Time", time_of(meeting_));
    add("Place", meeting_.place);
    if (meeting_.cancelled) add("Cancelled", "yes");
    for (const ComingMeeting& coming : meeting_.next) add("Next meeting", coming_text(coming));
    for (const AttendanceView& group : attendance_views(meeting_)) {
      const std::string label = list_of({"Attendance", group.category});
      for (const AttendeeView& attendee : group.attendees) add(label, attendee_text(attendee));
    }
  }

 private:
  void add(std::string_view label, std::string_view value) {
    if (value.empty()) return;
    passage_.text = collapse_space(fmt::format("{}: {}", label, value));
    sink_(passage_);
  }

  const Meeting& meeting_;
  const PassageSink& sink_;
  Passage passage_;
};

}  // namespace

void read_meeting_facts(const PageContext& context, const Meeting& meeting,
                        const PassageSink& sink) {
  MeetingFacts(context, meeting, sink).read();
}

void read_attachments(const PageContext& context, const Meeting& meeting, const PassageSink& sink) {
  Passage passage = passage_of(meeting, "attachments", "attachment");
  for (const Attachment& file : meeting.attachments) {
    passage.text = file.file + ": " + list_of({file.title, capitalised(file.level)});
    passage.sha256 = sha256_hex(*file.bytes);
    passage.url = data_url(context, context.permalinks.attachment(meeting, file));
    sink(passage);
  }
}

}  // namespace opsg::released
