#include "date.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <exception>
#include <vector>

#include "text.h"

namespace opsg {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

DateParse parse_failed(DateError error) {
  return {std::nullopt, error};
}

DateParse parsed(Date date) {
  return {WrittenDate{WrittenDate::Kind::date, date}, {}};
}

/// The value of `min_length` to `max_length` ASCII digits and nothing else.
std::optional<int> digits(std::string_view text, std::size_t min_length, std::size_t max_length) {
  if (text.size() < min_length || text.size() > max_length) return std::nullopt;
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Date> existing_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// The index of the name that `word` is, in full or as its first three letters.
template <std::size_t N>
std::optional<int> index_of_name(const std::array<std::string_view, N>& names,
                                 std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    const bool abbreviated = equals_ignoring_case(names[i].substr(0, 3), word);
    if (abbreviated || equals_ignoring_case(names[i], word)) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> weekday_index(std::string_view word) {
  if (!word.empty() && word.back() == ',') word.remove_suffix(1);
  return index_of_name(kWeekdays, word);
}

std::string_view ordinal_suffix(int day) {
  if (day >= 11 && day <= 13) return "th";
  constexpr std::array<std::string_view, 4> kSuffixes = {"th", "st", "nd", "rd"};
  const int last = day % 10;
  return last <= 3 ? kSuffixes[static_cast<std::size_t>(last)] : "th";
}

struct WrittenDay {
  int day = 0;
  bool right_suffix = true;
};

/// "26", "26th", and also "26st", which is a day with the wrong suffix.
std::optional<WrittenDay> day_of_month(std::string_view word) {
  if (const auto plain = digits(word, 1, 2)) return WrittenDay{*plain};
  if (word.size() < 3) return std::nullopt;
  const std::string suffix = ascii_lower(word.substr(word.size() - 2));
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
  const auto day = digits(word.substr(0, word.size() - 2), 1, 2);
  if (!day) return std::nullopt;
  return WrittenDay{*day, suffix == ordinal_suffix(*day)};
}

/// A year of two digits or none leaves open which day is meant.
DateParse date_of_parts(std::optional<int> day, int month, std::string_view year_text) {
  if (digits(year_text, 2, 2)) return parse_failed(DateError::ambiguous);
  const auto year = digits(year_text, 4, 4);
  if (!year) return parse_failed(DateError::not_a_date);
  if (!day) return parse_failed(DateError::ambiguous);
  const auto date = existing_date(*year, month, *day);
  return date ? parsed(*date) : parse_failed(DateError::impossible);
}

DateParse parse_slashed(std::string_view text) {
  const auto parts = split(text, '/');
  if (parts.size() == 2 && digits(parts[0], 1, 2)) return date_of_parts(std::nullopt, 1, parts[1]);
  if (parts.size() != 3) return parse_failed(DateError::not_a_date);
  const auto day = digits(parts[0], 1, 2);
  const auto month = digits(parts[1], 1, 2);
  if (!day || !month) return parse_failed(DateError::not_a_date);
  return date_of_parts(day, *month, parts[2]);
}

DateParse parse_dashed(std::string_view text) {
  const auto parts = split(text, '-');
  const bool has_day = parts.size() == 3;
  if (parts.size() != 2 && !has_day) return parse_failed(DateError::not_a_date);
  const auto month = digits(parts[1], 2, 2);
  const auto day = has_day ? digits(parts[2], 2, 2) : std::nullopt;
  const bool well_formed = digits(parts[0], 4, 4) && month && has_day == day.has_value();
  if (!well_formed) return parse_failed(DateError::not_a_date);
  return date_of_parts(day, *month, parts[0]);
}

/// "26 October 2020" and its parts: "26 October" and "October 2020" are ambiguous.
DateParse parse_words(const std::vector<std::string_view>& words) {
  const auto day = day_of_month(words.front());
  const std::size_t month_at = day ? 1 : 0;
  if (words.size() <= month_at) return parse_failed(DateError::not_a_date);
  const auto month = parse_month(words[month_at]);
  if (!month || words.size() > month_at + 2) return parse_failed(DateError::not_a_date);
  if (words.size() == month_at + 1) {
    return parse_failed(day ? DateError::ambiguous : DateError::not_a_date);
  }
  if (day && !day->right_suffix) return parse_failed(DateError::impossible);
  return date_of_parts(day ? std::optional(day->day) : std::nullopt,
                       static_cast<int>(unsigned(*month)), words[month_at + 1]);
}

DateParse parse_calendar_date(const std::vector<std::string_view>& words) {
  if (words.size() == 1 && words[0].find('/') != std::string_view::npos) {
    return parse_slashed(words[0]);
  }
  if (words.size() == 1 && words[0].find('-') != std::string_view::npos) {
    return parse_dashed(words[0]);
  }
  return parse_words(words);
}

std::optional<WrittenDate> not_yet_or_never(std::string_view text) {
  if (equals_ignoring_case(text, "TBC")) {
    return WrittenDate{WrittenDate::Kind::to_be_confirmed, std::nullopt};
  }
  if (equals_ignoring_case(text, "N/A")) {
    return WrittenDate{WrittenDate::Kind::not_applicable, std::nullopt};
  }
  return std::nullopt;
}

const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

DateParse parse_date(std::string_view text) {
  const std::string collapsed = collapse_space(text);
  if (const auto word = not_yet_or_never(collapsed)) return {word, {}};
  auto words = split(collapsed, ' ');
  const auto weekday = weekday_index(words.front());
  if (weekday) words.erase(words.begin());
  if (words.empty()) return parse_failed(DateError::not_a_date);

  const DateParse result = parse_calendar_date(words);
  if (!result.value || !weekday) return result;
  const std::chrono::weekday actual{std::chrono::sys_days(*result.value->date)};
  const bool right = actual.c_encoding() == static_cast<unsigned>(*weekday);
  return right ? result : parse_failed(DateError::impossible);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  const DateParse result = parse_dashed(text);
  return result.value ? result.value->date : std::nullopt;
}

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()));
}

std::string long_date(Date date) {
  return fmt::format("{} {} {:04}", unsigned(date.day()), month_name(date.month()),
                     int(date.year()));
}

std::string iso_month(std::chrono::year_month month) {
  return fmt::format("{:04}-{:02}", int(month.year()), unsigned(month.month()));
}

std::string_view month_name(std::chrono::month month) {
  return kMonths[unsigned(month) - 1];
}

std::optional<std::chrono::month> parse_month(std::string_view word) {
  if (equals_ignoring_case(word, "Sept")) return std::chrono::September;
  const auto index = index_of_name(kMonths, word);
  return index ? std::optional(std::chrono::month(static_cast<unsigned>(*index) + 1))
               : std::nullopt;
}

std::string iso_date_time(UtcTime time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(Date(day)), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

int days_between(Date a, Date b) {
  return static_cast<int>((std::chrono::sys_days(b) - std::chrono::sys_days(a)).count());
}

bool is_known_time_zone(std::string_view name) {
  return find_zone(name) != nullptr;
}

UtcTime to_utc(LocalDateTime local, std::string_view time_zone) {
  const date::local_seconds wall_clock(local.time_since_epoch());
  return date::locate_zone(time_zone)->to_sys(wall_clock, date::choose::latest);
}

Date local_date(UtcTime time, std::string_view time_zone) {
  const date::local_seconds wall_clock = date::locate_zone(time_zone)->to_local(time);
  const auto day = std::chrono::floor<std::chrono::days>(wall_clock.time_since_epoch());
  return Date(std::chrono::sys_days(day));
}

}  // namespace opsg
