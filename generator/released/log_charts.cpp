#include "log_charts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "age_chart.h"
#include "count_chart.h"
#include "register_history.h"

namespace opsg::released {
namespace {

struct AgeLimit {
  std::string_view label;
  int most_days = 0;
};

constexpr std::array<AgeLimit, 4> kAgeLimits = {{{"Up to 30 days", 30},
                                                 {"31 to 90 days", 90},
                                                 {"91 to 180 days", 180},
                                                 {"181 to 365 days", 365}}};

/// An index into the bands: those of the limits, over a year, not known.
std::size_t band_of(const RegisterEntry& entry, Date as_of) {
  if (!entry.raised) return kAgeLimits.size() + 1;
  const int age = days_between(*entry.raised, as_of);
  const auto limit = std::find_if(kAgeLimits.begin(), kAgeLimits.end(),
                                  [&](const AgeLimit& each) { return age <= each.most_days; });
  return static_cast<std::size_t>(limit - kAgeLimits.begin());
}

std::vector<charts::AgeBand> age_bands(const Register& reg, Date as_of) {
  std::vector<charts::AgeBand> bands;
  for (const AgeLimit& limit : kAgeLimits) bands.push_back({std::string(limit.label)});
  bands.push_back({"Over a year"});
  bands.push_back({"Not known"});
  for (const RegisterEntry& entry : reg.entries) {
    if (entry.closed) continue;
    charts::AgeBand& band = bands[band_of(entry, as_of)];
    ++band.open;
    if (entry.days_overdue > 0) ++band.overdue;
  }
  if (bands.back().open == 0) bands.pop_back();
  return bands;
}

}  // namespace

std::optional<ChartView> log_count_chart(const Site& site, const Register& reg,
                                         std::size_t number) {
  std::vector<charts::LogCounts> counts;
  for (const MeetingCounts& count : count_by_meeting(site, reg)) {
    counts.push_back({meeting_label(site, count.meeting), count.open, count.overdue, count.closed});
  }
  auto chart =
      charts::count_chart(chart_name(number, "Open, overdue and closed by meeting"), counts);
  if (!chart) return std::nullopt;
  return chart_view(std::move(*chart), TablePlace::chart);
}

std::optional<ChartView> log_age_chart(const Site& site, const Register& reg, std::size_t number) {
  if (!site.as_of) return std::nullopt;
  auto chart = charts::age_chart(chart_name(number, "Days since what is open was raised"),
                                 age_bands(reg, *site.as_of));
  if (!chart) return std::nullopt;
  return chart_view(std::move(*chart), TablePlace::chart);
}

}  // namespace opsg::released
