#include "icalendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "calendar_text.h"
#include "time_zone_history.h"

namespace opsg::released {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

std::string date_text(Date date) {
  return fmt::format("{:04}{:02}{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()));
}

std::string time_text(TimeOfDay time) {
  return fmt::format("T{:02}{:02}{:02}", time.hour, time.minute, time.second);
}

std::string local_text(LocalDateTime time) {
  const auto day = std::chrono::floor<days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return date_text(Date(sys_days(day.time_since_epoch()))) +
         time_text({static_cast<int>(clock.hours().count()),
                    static_cast<int>(clock.minutes().count()),
                    static_cast<int>(clock.seconds().count())});
}

std::string utc_text(UtcTime time) {
  return local_text(LocalDateTime(time.time_since_epoch())) + 'Z';
}

/// "+0100"; with seconds only where there are any, as local mean times have.
std::string offset_text(seconds offset) {
  const auto total = std::abs(offset.count());
  const std::string text =
      fmt::format("{}{:02}{:02}", offset < seconds(0) ? '-' : '+', total / 3600, total / 60 % 60);
  return total % 60 == 0 ? text : text + fmt::format("{:02}", total % 60);
}

bool same_rule(const ClockChange& a, const ClockChange& b) {
  const auto rule = [](const ClockChange& change) {
    return std::tie(change.from, change.to, change.name, change.daylight);
  };
  return rule(a) == rule(b);
}

/// One component for all changes of one kind, with their dates listed. The first is listed too:
/// RFC 5545 counts it once, and ical.js overlooks it otherwise.
void write_observance(CalendarText& out, const std::vector<ClockChange>& changes,
                      const ClockChange& rule) {
  const std::string_view kind = rule.daylight ? "DAYLIGHT" : "STANDARD";
  out.line("BEGIN", kind);
  bool is_first = true;
  for (const ClockChange& change : changes) {
    if (!same_rule(change, rule)) continue;
    if (std::exchange(is_first, false)) out.line("DTSTART", local_text(change.at));
    out.line("RDATE", local_text(change.at));
  }
  out.line("TZOFFSETFROM", offset_text(rule.from));
  out.line("TZOFFSETTO", offset_text(rule.to));
  out.text("TZNAME", rule.name);
  out.line("END", kind);
}

void write_time_zone(CalendarText& out, const Calendar& calendar) {
  std::vector<Date> dates;
  for (const CalendarEvent& event : calendar.events) {
    if (event.start) dates.push_back(event.date);
  }
  // A calendar must hold a component (RFC 5545, 3.6), even one without events.
  if (calendar.events.empty()) dates.push_back(std::chrono::year(1970) / 1 / 1);
  if (dates.empty()) return;
  const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
  const std::vector<ClockChange> changes = clock_changes(
      calendar.time_zone, Date(sys_days(*first) - days(1)), Date(sys_days(*last) + days(1)));
  out.line("BEGIN", "VTIMEZONE");
  out.line("TZID", calendar.time_zone);
  for (auto change = changes.begin(); change != changes.end(); ++change) {
    const auto same = [&](const ClockChange& earlier) { return same_rule(earlier, *change); };
    if (std::none_of(changes.begin(), change, same)) write_observance(out, changes, *change);
  }
  out.line("END", "VTIMEZONE");
}

void write_times(CalendarText& out, const CalendarEvent& event, const std::string& time_zone) {
  const std::string day = date_text(event.date);
  if (!event.start) {
    out.line("DTSTART;VALUE=DATE", day);
    out.line("DTEND;VALUE=DATE", date_text(Date(sys_days(event.date) + days(1))));
    return;
  }
  const std::string zone = ";TZID=" + time_zone;
  out.line("DTSTART" + zone, day + time_text(*event.start));
  if (event.end && *event.end > *event.start) out.line("DTEND" + zone, day + time_text(*event.end));
}

void write_event(CalendarText& out, const CalendarEvent& event, const Calendar& calendar) {
  const auto text_unless_empty = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out.text(name, value);
  };
  out.line("BEGIN", "VEVENT");
  out.line("UID", event.uid);
  out.line("SEQUENCE", std::to_string(event.sequence));
  out.line("DTSTAMP", utc_text(event.stamp));
  write_times(out, event, calendar.time_zone);
  out.text("SUMMARY", event.summary);
  text_unless_empty("DESCRIPTION", event.description);
  text_unless_empty("LOCATION", event.location);
  text_unless_empty("CATEGORIES", event.category);
  if (!event.url.empty()) out.line("URL", event.url);
  out.line("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED");
  if (calendar.confidential) out.line("CLASS", "CONFIDENTIAL");
  out.line("END", "VEVENT");
}

}  // namespace

std::string icalendar(const Calendar& calendar) {
  CalendarText out;
  out.line("BEGIN", "VCALENDAR");
  out.line("VERSION", "2.0");
  out.line("PRODID", "-//opsg-site//calendar//EN");
  out.line("CALSCALE", "GREGORIAN");
  out.line("METHOD", "PUBLISH");
  // RFC 7986 and what calendars understood before it.
  for (const char* name : {"NAME", "X-WR-CALNAME"}) out.text(name, calendar.name);
  if (!calendar.description.empty()) {
    for (const char* name : {"DESCRIPTION", "X-WR-CALDESC"}) out.text(name, calendar.description);
  }
  out.line("X-WR-TIMEZONE", calendar.time_zone);
  out.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
  write_time_zone(out, calendar);
  for (const CalendarEvent& event : calendar.events) write_event(out, event, calendar);
  out.line("END", "VCALENDAR");
  return out.take();
}

}  // namespace opsg::released
