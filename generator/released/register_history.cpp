#include "register_history.h"

#include <algorithm>

#include "action_dates.h"

namespace opsg::released {
namespace {

/// An entry as it stood after one meeting after another.
class EntryReplay {
 public:
  EntryReplay(const Site& site, const RegisterEntry& entry) : site_(site), entry_(entry) {}

  void count_at(std::size_t meeting, MeetingCounts& counts) {
    const bool was_closed = closed_;
    advance_to(meeting);
    if (step_ == 0) return;
    if (closed_) {
      if (!was_closed) ++counts.closed;
      return;
    }
    ++counts.open;
    if (target_ && *target_ < site_.meetings[meeting].date) ++counts.overdue;
  }

 private:
  void advance_to(std::size_t meeting) {
    const auto& history = entry_.history;
    for (; step_ < history.size() && history[step_].meeting <= meeting; ++step_) {
      const Field* state = state_field(site_.entry(history[step_]));
      if (state != nullptr) closed_ = std::get<State>(state->value).closed;
    }
    for (; revision_ < entry_.targets.size() && entry_.targets[revision_].step < step_;
         ++revision_) {
      target_ = entry_.targets[revision_].date.date;
    }
  }

  const Site& site_;
  const RegisterEntry& entry_;
  std::size_t step_ = 0;      ///< The first of the history that is still to come.
  std::size_t revision_ = 0;  ///< Likewise, of the targets.
  bool closed_ = false;
  std::optional<Date> target_;
};

}  // namespace

std::vector<MeetingCounts> count_by_meeting(const Site& site, const Register& reg) {
  std::size_t first = site.meetings.size();
  std::vector<EntryReplay> replays;
  for (const RegisterEntry& entry : reg.entries) {
    first = std::min(first, entry.history.front().meeting);
    replays.emplace_back(site, entry);
  }
  std::vector<MeetingCounts> counts;
  for (std::size_t meeting = first; meeting < site.meetings.size(); ++meeting) {
    if (!site.meetings[meeting].held) continue;
    counts.push_back({meeting});
    for (EntryReplay& replay : replays) replay.count_at(meeting, counts.back());
  }
  return counts;
}

}  // namespace opsg::released
