#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "date.h"

namespace opsg::importing {

/// A date in a text: "Monday 25 January 2021", "25/01/2021", "2021-01-25".
struct FoundDate {
  Date date;
  std::size_t begin = 0;
  std::size_t length = 0;
};
std::optional<FoundDate> find_date(std::string_view text);

/// "30 February 2021": what is written as a date but is no day of the calendar. Empty where there
/// is none.
std::string_view find_impossible_date(std::string_view text);

/// "25 January": the first such day that is not before `earliest`.
std::optional<Date> read_day_and_month(std::string_view text, Date earliest);

/// "13:20 – 15:35", "10.00 to 12.30", "10am - 3:30pm"
struct FoundTimes {
  TimeOfDay start;
  std::optional<TimeOfDay> end;
  std::size_t begin = 0;
  std::size_t length = 0;
};
std::optional<FoundTimes> find_times(std::string_view text);

}  // namespace opsg::importing
