#pragma once

#include <optional>
#include <string>
#include <vector>

#include "date.h"

namespace opsg::released {

struct CalendarEvent {
  std::string uid = {};  ///< Never changes, whatever else does.
  int sequence = 0;      ///< How often the event was revised (RFC 5545, 3.8.7.4).
  UtcTime stamp = {};    ///< When what is said here was recorded.
  std::string summary = {};
  std::string description = {};  ///< May be empty, as may the three below.
  std::string location = {};
  std::string category = {};
  std::string url = {};
  Date date{};
  std::optional<TimeOfDay> start = {};  ///< On the calendar's clock. None: the whole day.
  std::optional<TimeOfDay> end = {};    ///< Counts only where it is later than `start`.
  bool cancelled = false;
};

struct Calendar {
  std::string name = {};
  std::string description = {};
  std::string time_zone = {};  ///< Of the IANA database, known.
  bool confidential = false;
  std::vector<CalendarEvent> events = {};
};

/// The calendar as RFC 5545 has it, with the history of its time zone as far as the events need it.
std::string icalendar(const Calendar& calendar);

}  // namespace opsg::released
