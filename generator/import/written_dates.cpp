#include "written_dates.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <string>

namespace opsg::importing {
namespace {

/// A time as `hour`, `minute` and "am" or "pm" stand in a text.
struct WrittenTime {
  int hour = 0;
  std::string minute;
  std::string half;
};

std::optional<TimeOfDay> time_of(const WrittenTime& written) {
  TimeOfDay time{written.hour, written.minute.empty() ? 0 : std::stoi(written.minute), 0};
  const char half = written.half.empty() ? ' ' : static_cast<char>(written.half[0] | 0x20);
  if (half == 'p' && time.hour < 12) time.hour += 12;
  if (half == 'a' && time.hour == 12) time.hour = 0;
  if (time.hour > 23 || time.minute > 59) return std::nullopt;
  return time;
}

/// The first of the text; empty where there is none.
std::string_view find_written_date(std::string_view text) {
  static const RE2 pattern(
      R"((?i)((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{4}\b|\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b))");
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece found;
  if (!RE2::PartialMatch(piece, pattern, &found)) return {};
  return {found.data(), found.size()};
}

std::optional<Date> date_of(std::string_view written) {
  const auto parsed = parse_date(written);
  return parsed.value ? parsed.value->date : std::nullopt;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  const std::string_view found = find_written_date(text);
  const auto date = found.empty() ? std::nullopt : date_of(found);
  if (!date) return std::nullopt;
  return FoundDate{*date, static_cast<std::size_t>(found.data() - text.data()), found.size()};
}

std::string_view find_impossible_date(std::string_view text) {
  const std::string_view found = find_written_date(text);
  return found.empty() || date_of(found) ? std::string_view() : found;
}

std::optional<Date> read_day_and_month(std::string_view text, Date earliest) {
  for (int year = int(earliest.year()); year <= int(earliest.year()) + 1; ++year) {
    const auto parsed = parse_date(fmt::format("{} {}", text, year));
    if (parsed.value && parsed.value->date && *parsed.value->date >= earliest) {
      return parsed.value->date;
    }
  }
  return std::nullopt;
}

std::optional<FoundTimes> find_times(std::string_view text) {
  static const RE2 range(
      R"((?i)(\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?\s*(?:-|–|—|to|until)\s*(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?\b))");
  static const RE2 single(R"((?i)(\b(\d{1,2})[:.](\d{2})\s*([ap]m)?\b))");
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece found;
  WrittenTime first;
  WrittenTime last;
  const bool is_range = RE2::PartialMatch(piece, range, &found, &first.hour, &first.minute,
                                          &first.half, &last.hour, &last.minute, &last.half) &&
                        (!first.minute.empty() || !first.half.empty() || !last.half.empty());
  if (!is_range &&
      !RE2::PartialMatch(piece, single, &found, &first.hour, &first.minute, &first.half)) {
    return std::nullopt;
  }
  const std::optional<TimeOfDay> start = time_of(first);
  const std::optional<TimeOfDay> end = is_range ? time_of(last) : std::nullopt;
  if (!start || (is_range && !end)) return std::nullopt;
  return FoundTimes{*start, end, static_cast<std::size_t>(found.data() - text.data()),
                    found.size()};
}

}  // namespace opsg::importing
