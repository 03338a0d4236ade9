#include <algorithm>

#include "meeting_view.h"
#include "view_text.h"

namespace opsg::released {
namespace {

AttendeeView attendee_view(const Attendee& attendee) {
  AttendeeView view;
  view.organisation = attendee.organisation;
  view.name = attendee.name;
  view.role = attendee.role;
  view.alternate_for = attendee.alternate_for;
  view.part = attendee.part;
  view.items = joined(attendee.items);
  return view;
}

bool attended_alike(const AttendeeView& a, const AttendeeView& b) {
  return a.name.empty() && b.name.empty() && a.organisation == b.organisation && a.role == b.role &&
         a.part == b.part && a.items == b.items;
}

AttendanceView& category(std::vector<AttendanceView>& categories, const std::string& name) {
  const auto found =
      std::find_if(categories.begin(), categories.end(),
                   [&](const AttendanceView& view) { return view.category == name; });
  if (found != categories.end()) return *found;
  return categories.emplace_back(AttendanceView{name, {}});
}

void add(std::vector<AttendeeView>& attendees, AttendeeView attendee) {
  const auto same =
      std::find_if(attendees.begin(), attendees.end(),
                   [&](const AttendeeView& other) { return attended_alike(other, attendee); });
  if (same == attendees.end()) {
    attendees.push_back(std::move(attendee));
  } else {
    ++same->count;
    same->several = true;
  }
}

}  // namespace

std::vector<AttendanceView> attendance_views(const Meeting& meeting) {
  std::vector<AttendanceView> categories;
  AttendanceView apologies{"Apologies", {}};
  for (const Attendee& attendee : meeting.attendance) {
    AttendanceView& group = attendee.apology ? apologies : category(categories, attendee.category);
    add(group.attendees, attendee_view(attendee));
  }
  if (!apologies.attendees.empty()) categories.push_back(std::move(apologies));
  return categories;
}

}  // namespace opsg::released
