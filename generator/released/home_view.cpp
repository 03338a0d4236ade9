#include "home_view.h"

#include <algorithm>
#include <map>

#include "register_shape.h"
#include "score_view.h"
#include "view_text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMostLogRows = 10;
constexpr std::size_t kMostScoreRows = 5;

bool is_coming(const Site& site, Date date) {
  return !site.as_of || date > *site.as_of;
}

const Record* headlines_of(const Site& site, const Meeting& meeting) {
  for (const std::size_t record : meeting.records) {
    if (site.records[record].complete) return &site.records[record];
  }
  return nullptr;
}

std::optional<LatestView> latest_headlines(const PageContext& context) {
  const std::vector<Meeting>& meetings = context.site.meetings;
  for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting) {
    const Record* record = headlines_of(context.site, *meeting);
    if (record == nullptr) continue;
    return LatestView{meeting_link(context, *meeting), meeting->title, long_date(meeting->date),
                      item_views(context, *record)};
  }
  return std::nullopt;
}

LogSummaryView log_summary(const PageContext& context, const Register& reg) {
  std::vector<const RegisterEntry*> open;
  for (const RegisterEntry& entry : reg.entries) {
    if (!entry.closed) open.push_back(&entry);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const auto* a, const auto* b) { return a->days_overdue > b->days_overdue; });
  LogSummaryView view;
  const std::string index = context.permalinks.register_index(reg.definition);
  view.title = reg.definition.title;
  view.href = context.href(index);
  view.open_href = context.href(index + "open/");
  view.overdue_href = context.href(index + "overdue/");
  view.open = open.size();
  view.overdue = static_cast<std::size_t>(std::count_if(
      open.begin(), open.end(), [](const auto* entry) { return entry->days_overdue > 0; }));
  open.resize(std::min(open.size(), kMostLogRows));
  for (const RegisterEntry* entry : open) view.rows.push_back(entry_row(context, reg, *entry));
  return view;
}

ScoreSummaryView score_summary(const PageContext& context, const Register& reg) {
  ScoreSummaryView view;
  view.title = reg.definition.title;
  view.href = context.href(context.permalinks.register_index(reg.definition));
  for (const RegisterEntry* entry : by_severity(reg)) {
    if (view.rows.size() == kMostScoreRows) break;
    if (!entry->closed) view.rows.push_back(entry_row(context, reg, *entry));
  }
  return view;
}

ComingMeetingView coming_view(Date date, const std::string& kind, const std::string& remark) {
  return {long_date(date), iso_date(date), capitalised(kind), remark, {}};
}

}  // namespace

std::vector<ComingMeetingView> coming_meetings(const PageContext& context) {
  const std::vector<Meeting>& meetings = context.site.meetings;
  std::multimap<Date, ComingMeetingView> by_date;
  for (const Meeting& meeting : meetings) {
    if (meeting.cancelled || meeting.held || !is_coming(context.site, meeting.date)) continue;
    ComingMeetingView view = coming_view(meeting.date, meeting.kind, "");
    view.meeting = meeting_link(context, meeting);
    by_date.emplace(meeting.date, std::move(view));
  }
  const auto announcing = std::find_if(meetings.rbegin(), meetings.rend(),
                                       [](const Meeting& m) { return !m.next.empty(); });
  if (announcing != meetings.rend()) {
    for (const ComingMeeting& next : announcing->next) {
      if (!is_coming(context.site, next.date) || by_date.contains(next.date)) continue;
      by_date.emplace(next.date, coming_view(next.date, next.kind, next.remark));
    }
  }
  std::vector<ComingMeetingView> views;
  for (auto& [date, view] : by_date) views.push_back(std::move(view));
  return views;
}

HomeView make_home_view(const PageContext& context) {
  HomeView view;
  view.page = page_frame(context, "", context.site.config.title);
  view.latest = latest_headlines(context);
  view.coming = coming_meetings(context);
  view.meetings_href = context.href("meetings/");
  for (const Register& reg : context.site.registers) {
    const RegisterShape shape = shape_of(reg.definition);
    if (shape == RegisterShape::log) view.logs.push_back(log_summary(context, reg));
    if (shape == RegisterShape::scores) view.scores.push_back(score_summary(context, reg));
  }
  return view;
}

}  // namespace opsg::released
