#include "register_history.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "action_dates.h"

namespace opsg::released {
namespace {

/// Counts over a list of places, told as changes: what begins at one place counts until it ends.
class ChangingCount {
 public:
  explicit ChangingCount(std::size_t places) : changes_(places + 1, 0) {}

  void add(std::size_t begin, std::size_t end) {
    ++changes_[begin];
    --changes_[end];
  }

  /// Called for one place after the other.
  std::size_t at(std::size_t place) { return static_cast<std::size_t>(sum_ += changes_[place]); }

 private:
  std::vector<std::ptrdiff_t> changes_;
  std::ptrdiff_t sum_ = 0;
};

/// Takes time in proportion to what the meetings said, not to how long entries were open.
class HistoryCount {
 public:
  HistoryCount(const Site& site, std::vector<std::size_t> meetings)
      : site_(site),
        meetings_(std::move(meetings)),
        open_(meetings_.size()),
        overdue_(meetings_.size()),
        closed_(meetings_.size(), 0) {}

  void add(const RegisterEntry& entry) {
    bool closed = false;
    std::size_t revision = 0;
    std::optional<Date> target;
    for (std::size_t step = 0; step < entry.history.size();) {
      const std::size_t begin = place_of(entry.history[step]);
      const bool was_closed = closed;
      for (; step < entry.history.size() && place_of(entry.history[step]) == begin; ++step) {
        const Field* state = state_field(site_.entry(entry.history[step]));
        if (state != nullptr) closed = std::get<State>(state->value).closed;
      }
      for (; revision < entry.targets.size() && entry.targets[revision].step < step; ++revision) {
        target = entry.targets[revision].date.date;
      }
      if (begin == meetings_.size()) return;
      if (closed && !was_closed) ++closed_[begin];
      if (closed) continue;
      const bool is_last = step == entry.history.size();
      const std::size_t end = is_last ? meetings_.size() : place_of(entry.history[step]);
      open_.add(begin, end);
      if (target) overdue_.add(std::clamp(first_after(*target), begin, end), end);
    }
  }

  std::vector<MeetingCounts> take() {
    std::vector<MeetingCounts> counts;
    for (std::size_t i = 0; i < meetings_.size(); ++i) {
      counts.push_back({meetings_[i], open_.at(i), overdue_.at(i), closed_[i]});
    }
    return counts;
  }

 private:
  /// The first of the meetings that knows what the step says.
  std::size_t place_of(const Step& step) const {
    const auto found = std::lower_bound(meetings_.begin(), meetings_.end(), step.meeting);
    return static_cast<std::size_t>(found - meetings_.begin());
  }

  std::size_t first_after(Date day) const {
    const auto found = std::partition_point(
        meetings_.begin(), meetings_.end(),
        [&](std::size_t meeting) { return site_.meetings[meeting].date <= day; });
    return static_cast<std::size_t>(found - meetings_.begin());
  }

  const Site& site_;
  const std::vector<std::size_t> meetings_;  ///< Oldest first.
  ChangingCount open_;
  ChangingCount overdue_;
  std::vector<std::size_t> closed_;
};

}  // namespace

std::vector<MeetingCounts> count_by_meeting(const Site& site, const Register& reg) {
  std::size_t first = site.meetings.size();
  for (const RegisterEntry& entry : reg.entries) {
    first = std::min(first, entry.history.front().meeting);
  }
  std::vector<std::size_t> held;
  for (std::size_t meeting = first; meeting < site.meetings.size(); ++meeting) {
    if (site.meetings[meeting].held) held.push_back(meeting);
  }
  HistoryCount count(site, std::move(held));
  for (const RegisterEntry& entry : reg.entries) count.add(entry);
  return count.take();
}

}  // namespace opsg::released
