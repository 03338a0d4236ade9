#include "planned_meetings.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "text.h"

namespace opsg::released {
namespace {

class MeetingPlan {
 public:
  explicit MeetingPlan(const Site& site) : site_(site) {
    for (const Meeting& meeting : site.meetings) ++records_on_[meeting.date];
  }

  std::vector<PlannedMeeting> make() {
    for (const Meeting& by : site_.meetings) {
      for (const ComingMeeting& coming : by.next) announce(coming, by);
    }
    drop_what_is_passed_over();
    for (const Meeting& meeting : site_.meetings) record(meeting);
    std::stable_sort(plan_.begin(), plan_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.date, a.kind) < std::tie(b.date, b.kind);
    });
    return std::move(plan_);
  }

 private:
  void announce(const ComingMeeting& coming, const Meeting& by) {
    const auto known = [&](Date date) { return find(date, coming.kind, coming.kind.empty()); };
    PlannedMeeting& planned = place(coming.date, coming.moved_from, coming.kind, known);
    if (planned.kind.empty()) planned.kind = coming.kind;
    if (!coming.remark.empty()) planned.remark = coming.remark;
    set_cancelled(planned, coming.cancelled);
    planned.told_by = &by;
  }

  /// A meeting's own record may correct the kind that was announced.
  void record(const Meeting& meeting) {
    const bool any_kind = meeting.kind.empty() || records_on_[meeting.date] == 1;
    const auto known = [&](Date date) { return find(date, meeting.kind, any_kind); };
    PlannedMeeting& planned = place(meeting.date, meeting.moved_from, meeting.kind, known);
    if (planned.told_by != nullptr && meeting.start) ++planned.revisions;
    if (!meeting.kind.empty()) planned.kind = meeting.kind;
    set_cancelled(planned, meeting.cancelled);
    planned.meeting = &meeting;
    planned.told_by = &meeting;
  }

  /// What is planned for the day, brought there from another day or new to the plan.
  PlannedMeeting& place(Date date, std::optional<Date> moved_from, const std::string& kind,
                        const auto& known) {
    if (PlannedMeeting* moved = moved_from ? known(*moved_from) : nullptr) {
      std::erase(on_day_[moved->date], index_of(*moved));
      on_day_[date].push_back(index_of(*moved));
      moved->date = date;
      ++moved->revisions;
      return *moved;
    }
    if (PlannedMeeting* same_day = known(date)) return *same_day;
    on_day_[date].push_back(plan_.size());
    PlannedMeeting& added = plan_.emplace_back();
    added.first_date = moved_from.value_or(date);
    added.first_kind = kind;
    added.date = date;
    added.kind = kind;
    added.revisions = added.first_date == date ? 0 : 1;
    return added;
  }

  /// Among those without a record: the one of that day and kind. Else the only one of that day,
  /// where any kind will do or its own is not known.
  PlannedMeeting* find(Date date, const std::string& kind, bool any_kind) {
    std::vector<PlannedMeeting*> on_day;
    for (const std::size_t index : on_day_[date]) {
      PlannedMeeting& each = plan_[index];
      if (each.meeting != nullptr) continue;
      if (equals_ignoring_case(each.kind, kind)) return &each;
      on_day.push_back(&each);
    }
    if (on_day.size() != 1) return nullptr;
    return any_kind || on_day.front()->kind.empty() ? on_day.front() : nullptr;
  }

  std::size_t index_of(const PlannedMeeting& planned) const {
    return static_cast<std::size_t>(&planned - plan_.data());
  }

  static void set_cancelled(PlannedMeeting& planned, bool cancelled) {
    if (std::exchange(planned.cancelled, cancelled) != cancelled) ++planned.revisions;
  }

  void drop_what_is_passed_over() {
    std::erase_if(plan_, [&](const PlannedMeeting& each) { return is_passed_over(each); });
    on_day_.clear();
    for (std::size_t i = 0; i < plan_.size(); ++i) on_day_[plan_[i].date].push_back(i);
  }

  bool is_passed_over(const PlannedMeeting& planned) const {
    if (planned.cancelled) return false;
    const Meeting* const end = site_.meetings.data() + site_.meetings.size();
    for (const Meeting* by = planned.told_by + 1; by < end && by->date < planned.date; ++by) {
      const auto is_later = [&](const ComingMeeting& next) { return next.date > planned.date; };
      if (std::any_of(by->next.begin(), by->next.end(), is_later)) return true;
    }
    return false;
  }

  const Site& site_;
  std::vector<PlannedMeeting> plan_;
  std::map<Date, std::vector<std::size_t>> on_day_;  ///< Indices into the plan.
  std::map<Date, int> records_on_;
};

}  // namespace

std::vector<PlannedMeeting> planned_meetings(const Site& site) {
  return MeetingPlan(site).make();
}

}  // namespace opsg::released
