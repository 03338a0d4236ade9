#include "meeting_calendar.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "html_url.h"
#include "icalendar.h"
#include "planned_meetings.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// "20210222"; without hyphens, so that a UID never reads like the name of a folder.
std::string compact_date(Date day) {
  return fmt::format("{:04}{:02}{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

std::string uid_start(const PlannedMeeting& planned) {
  const std::string kind = slugify(planned.first_kind);
  return (kind.empty() ? "meeting" : kind) + '.' + compact_date(planned.first_date);
}

/// "SEC Operations Group Meeting 41_2501"; "OPSG Reporting meeting" where it has no code yet.
std::string title_of(const Site& site, const PlannedMeeting& planned) {
  if (planned.meeting != nullptr) return planned.meeting->title;
  std::string title = site.config.committee;
  for (const std::string& word : {capitalised(planned.kind), std::string("meeting")}) {
    if (!word.empty()) title.append(title.empty() ? "" : " ").append(word);
  }
  return title;
}

CalendarEvent event_of(const PageContext& context, const PlannedMeeting& planned) {
  CalendarEvent event;
  event.sequence = planned.revisions;
  event.stamp = std::chrono::sys_days(planned.told_by->date);
  event.summary = title_of(context.site, planned);
  if (planned.cancelled) event.summary = "Cancelled: " + event.summary;
  event.description = planned.remark;
  event.category = capitalised(planned.kind);
  event.date = planned.date;
  event.cancelled = planned.cancelled;
  event.url = encoded_url(context.href("meetings/"));
  if (const Meeting* meeting = planned.meeting) {
    event.location = meeting->place;
    event.start = meeting->start;
    event.end = meeting->end;
    event.url = encoded_url(context.href(context.permalinks.meeting(*meeting)));
  }
  return event;
}

/// Two meetings may be first planned for one day with one kind: the earlier one, or the first by
/// its code, has the plain UID.
std::string unused_uid(const PlannedMeeting& planned, std::set<std::string>& used) {
  std::string uid = uid_start(planned);
  if (used.insert(uid).second) return uid;
  uid += '.' + (planned.meeting ? planned.meeting->slug : compact_date(planned.date));
  used.insert(uid);
  return uid;
}

}  // namespace

RenderedFile meeting_calendar(const PageContext& context) {
  const Site& site = context.site;
  Calendar calendar;
  calendar.name = site.config.title;
  calendar.description = site.config.description;
  calendar.time_zone = site.config.time_zone;
  calendar.confidential = context.site_view->banner.rank > 0;
  const std::string host = host_of_url(site.config.base_url);
  std::set<std::string> used;
  for (const PlannedMeeting& planned : planned_meetings(site)) {
    calendar.events.push_back(event_of(context, planned));
    calendar.events.back().uid = unused_uid(planned, used) + '@' + host;
  }
  return {std::string(kCalendarPath), icalendar(calendar)};
}

PlannedFiles plan_meeting_calendar() {
  const auto make = [](const PageContext& context) {
    return std::vector{meeting_calendar(context)};
  };
  return {{std::string(kCalendarPath)}, make};
}

}  // namespace opsg::released
