#include "plan_consistency.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "planned_meetings.h"
#include "text.h"

namespace opsg::released {
namespace {

/// Further apart, one meeting is seldom in place of the other.
constexpr int kMostDaysMoved = 14;

bool has_meeting_on(Date day, const Site& site) {
  return std::any_of(site.meetings.begin(), site.meetings.end(),
                     [&](const Meeting& each) { return each.date == day; });
}

bool was_announced(const Meeting& meeting, const Site& site) {
  return std::any_of(site.meetings.begin(), site.meetings.end(), [&](const Meeting& by) {
    return std::any_of(by.next.begin(), by.next.end(),
                       [&](const ComingMeeting& coming) { return coming.date == meeting.date; });
  });
}

bool is_in_place_of(const Meeting& held, const PlannedMeeting& announced) {
  const bool same_kind = held.kind.empty() || announced.kind.empty() ||
                         equals_ignoring_case(held.kind, announced.kind);
  return same_kind && !held.cancelled && !held.moved_from && held.date > announced.told_by->date &&
         std::abs(days_between(announced.date, held.date)) <= kMostDaysMoved;
}

/// The nearest one that nobody announced; null where there is none.
const Meeting* held_instead(const PlannedMeeting& announced, const Site& site) {
  const Meeting* nearest = nullptr;
  const auto distance = [&](const Meeting& meeting) {
    return std::abs(days_between(announced.date, meeting.date));
  };
  for (const Meeting& meeting : site.meetings) {
    if (meeting.date > *site.as_of || !is_in_place_of(meeting, announced)) continue;
    if (was_announced(meeting, site)) continue;
    if (!nearest || distance(meeting) < distance(*nearest)) nearest = &meeting;
  }
  return nearest;
}

SourceSpan place_of(const PlannedMeeting& announced) {
  const Meeting& by = *announced.told_by;
  const auto found = std::find_if(by.next.begin(), by.next.end(), [&](const auto& coming) {
    return coming.date == announced.date && equals_ignoring_case(coming.kind, announced.kind);
  });
  return found == by.next.end() ? by.span : found->span;
}

}  // namespace

void judge_plan(const Site& site, Diagnostics& diagnostics) {
  if (!site.as_of) return;
  for (const PlannedMeeting& announced : planned_meetings(site)) {
    const bool passed = announced.date < *site.as_of && !announced.cancelled;
    if (announced.meeting || !passed || has_meeting_on(announced.date, site)) continue;
    const Meeting* held = held_instead(announced, site);
    if (!held) continue;
    diagnostics
        .warning("announced-not-held", place_of(announced),
                 fmt::format("a meeting is announced here for {}, and none was held on that day",
                             long_date(announced.date)))
        .note(fmt::format("meeting {} was held on {}", held->code, long_date(held->date)),
              held->span)
        .with_help(fmt::format("if that is the one, write `moved_from = {}` in its meeting.toml",
                               iso_date(announced.date)));
  }
}

}  // namespace opsg::released
