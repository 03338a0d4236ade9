#pragma once

#include <optional>
#include <string>
#include <vector>

#include "site.h"

namespace opsg::released {

/// A meeting of the committee's calendar: what earlier records announced of it (their `next`) and
/// its own record, where there is one.
struct PlannedMeeting {
  /// What it was first planned as. This tells it apart for good: neither a new date, nor a code, a
  /// title or a record of its own changes it.
  Date first_date{};
  std::string first_kind;

  Date date{};
  std::string kind;
  std::string remark;
  bool cancelled = false;
  /// How often the records changed it: each move, its cancelling (or taking that back), and its
  /// time of day, where only the day was announced.
  int revisions = 0;
  const Meeting* meeting = nullptr;  ///< Its own record; null where it has none.
  const Meeting* told_by = nullptr;  ///< The latest meeting that says anything of it; never null.
};

/// All meetings held, coming or cancelled, by date. Borrows the site.
///
/// An announcement and a record are of one meeting where they agree on the day and the kind, or on
/// the day where nothing else is planned for it; or where `moved_from` ties them. What a later
/// `next` passes over (it announces something after it, but no longer this) is not planned any more.
std::vector<PlannedMeeting> planned_meetings(const Site& site);

}  // namespace opsg::released
