#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace opsg {

/// A day of the proleptic Gregorian calendar; always one that exists.
using Date = std::chrono::year_month_day;
/// Seconds on a wall clock, in the site's time zone.
using LocalDateTime = std::chrono::local_seconds;
using UtcTime = std::chrono::sys_seconds;

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

enum class DateError { not_a_date, impossible, ambiguous };

/// What stands in a date field: a date, or nothing yet ("TBC") or never ("N/A").
struct WrittenDate {
  enum class Kind { date, to_be_confirmed, not_applicable };
  Kind kind = Kind::date;
  std::optional<Date> date;  ///< Set exactly where kind is `date`.
  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

struct DateParse {
  std::optional<WrittenDate> value;
  DateError error = DateError::not_a_date;  ///< Meaningful where there is no value.
};

/// Reads a date as people write them: "26 October 2020", "26 Oct 2020", "26th October 2020",
/// "Monday 26 October 2020" (the week day must be right, or it is impossible), "26/10/2020" (day
/// first), "2020-10-26", "TBC", "N/A". "26/10/20" and "October 2020" are ambiguous; "30 February
/// 2021" is impossible. The years are 1900 to 2199.
DateParse parse_date(std::string_view text);

/// "2020-10-26", nothing else (RFC 3339 full-date).
std::optional<Date> parse_iso_date(std::string_view text);

std::string iso_date(Date date);                        ///< "2020-10-26"
std::string long_date(Date date);                       ///< "26 October 2020"
std::string iso_month(std::chrono::year_month month);   ///< "2020-10"
std::string_view month_name(std::chrono::month month);  ///< "October"
/// "October", "Oct" or "Sept", in any case.
std::optional<std::chrono::month> parse_month(std::string_view word);
std::string iso_date_time(UtcTime time);  ///< "2020-10-26T13:20:00Z"
/// b - a in days.
int days_between(Date a, Date b);

bool is_known_time_zone(std::string_view name);
/// The instant of a wall clock time in a zone of the IANA database; the later one where clocks
/// are put back, the instant of the change where they are put forward. The zone must be known.
UtcTime to_utc(LocalDateTime local, std::string_view time_zone);
/// The day on which `time` falls in a zone of the IANA database, which must be known.
Date local_date(UtcTime time, std::string_view time_zone);

}  // namespace opsg
