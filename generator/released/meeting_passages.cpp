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

class MeetingPassages {
 public:
  MeetingPassages(std::vector<Passage>& out, const PageContext& context, const Meeting& meeting)
      : out_(out), context_(context), meeting_(meeting) {}

  void add_facts() {
    add_fact("Title", meeting_.title);
    add_fact("Code", meeting_.code);
    add_fact("Kind", capitalised(meeting_.kind));
    add_fact("Date", long_date(meeting_.date));
    if (meeting_.moved_from) add_fact("Moved from", long_date(*meeting_.moved_from));
    add_fact("Time", time_of(meeting_));
    add_fact("Place", meeting_.place);
    if (meeting_.cancelled) add_fact("Cancelled", "yes");
    for (const ComingMeeting& coming : meeting_.next) add_fact("Next meeting", coming_text(coming));
    for (const AttendanceView& group : attendance_views(meeting_)) {
      const std::string label = list_of({"Attendance", group.category});
      for (const AttendeeView& attendee : group.attendees) add_fact(label, attendee_text(attendee));
    }
  }

  void add_attachment(const Attachment& file) {
    Passage passage =
        frame("attachments", "attachment", context_.permalinks.attachment(meeting_, file));
    passage.text = file.file + ": " + list_of({file.title, capitalised(file.level)});
    passage.sha256 = sha256_hex(*file.bytes);
    out_.push_back(std::move(passage));
  }

 private:
  Passage frame(std::string_view document, std::string_view kind, const std::string& path) const {
    Passage passage;
    passage.document = fmt::format("meetings/{}/{}", meeting_.slug, document);
    passage.meeting = meeting_.code;
    passage.kind = kind;
    passage.url = data_url(context_, path);
    return passage;
  }

  void add_fact(std::string_view label, std::string_view value) {
    if (value.empty()) return;
    Passage passage = frame("meeting", "fact", context_.permalinks.meeting(meeting_));
    passage.text = collapse_space(fmt::format("{}: {}", label, value));
    out_.push_back(std::move(passage));
  }

  std::vector<Passage>& out_;
  const PageContext& context_;
  const Meeting& meeting_;
};

}  // namespace

void append_meeting_passages(std::vector<Passage>& passages, const PageContext& context,
                             const Meeting& meeting) {
  MeetingPassages reader(passages, context, meeting);
  reader.add_facts();
  for (const Attachment& file : meeting.attachments) reader.add_attachment(file);
}

}  // namespace opsg::released
