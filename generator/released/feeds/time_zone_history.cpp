#include "time_zone_history.h"

#include <date/tz.h>

namespace opsg::released {
namespace {

using std::chrono::seconds;
using std::chrono::sys_days;

constexpr UtcTime kEarliest = sys_days(std::chrono::year(1900) / 1 / 1);

ClockChange change_of(const date::time_zone& zone, const date::sys_info& info) {
  const bool known = info.begin > kEarliest;
  const seconds from = known ? zone.get_info(info.begin - seconds(1)).offset : info.offset;
  const UtcTime at = known ? UtcTime(info.begin) : kEarliest;
  return {LocalDateTime((at + from).time_since_epoch()), from, info.offset, info.abbrev,
          info.save != std::chrono::minutes(0)};
}

}  // namespace

std::vector<ClockChange> clock_changes(std::string_view time_zone, Date first, Date last) {
  const date::time_zone& zone = *date::locate_zone(time_zone);
  const UtcTime end = sys_days(last) + std::chrono::days(1);
  std::vector<ClockChange> changes;
  date::sys_info info = zone.get_info(UtcTime(sys_days(first)));
  changes.push_back(change_of(zone, info));
  while (info.end < end) {
    info = zone.get_info(info.end);
    changes.push_back(change_of(zone, info));
  }
  return changes;
}

}  // namespace opsg::released
