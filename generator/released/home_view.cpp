#include "home_view.h"

#include <algorithm>
#include <map>
#include <utility>

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

std::optional<LatestView> latest_headlines(const PageContext& context, PageScope& scope) {
  const std::vector<Meeting>& meetings = context.site.meetings;
  for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting) {
    const Record* record = headlines_of(context.site, *meeting);
    if (record == nullptr) continue;
    return LatestView{meeting_link(context, *meeting), meeting->title, long_date(meeting->date),
                      iso_date(meeting->date), headline_views(context, *record, scope)};
  }
  return std::nullopt;
}

using Entries = std::vector<const RegisterEntry*>;

Entries open_entries(const Register& reg) {
  Entries open;
  for (const RegisterEntry& entry : reg.entries) {
    if (!entry.closed) open.push_back(&entry);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const auto* a, const auto* b) { return is_more_urgent(*a, *b); });
  return open;
}

std::size_t count_overdue(const Entries& open) {
  return static_cast<std::size_t>(std::count_if(
      open.begin(), open.end(), [](const auto* entry) { return is_overdue(*entry); }));
}

/// The one with most overdue first, then the one with most open.
std::vector<OwingView> owing_views(const PageContext& context, const Entries& open) {
  std::map<std::string, OwingView> by_name;
  for (const RegisterEntry* entry : open) {
    for (const std::string& name : parties_of(*entry)) {
      OwingView& view = by_name[name];
      view.party = party_links(context, {name}).front();
      ++view.open;
      if (is_overdue(*entry)) ++view.overdue;
    }
  }
  std::vector<OwingView> views;
  for (auto& [name, view] : by_name) views.push_back(std::move(view));
  std::stable_sort(views.begin(), views.end(), [](const OwingView& a, const OwingView& b) {
    return std::pair(a.overdue, a.open) > std::pair(b.overdue, b.open);
  });
  return views;
}

LogSummaryView log_summary(const PageContext& context, const Register& reg) {
  const Entries open = open_entries(reg);
  const std::string index = context.permalinks.register_index(reg.definition);
  LogSummaryView view;
  view.title = reg.definition.title;
  view.href = context.href(index);
  view.open_href = context.href(index + "open/");
  view.overdue_href = context.href(index + "overdue/");
  view.open = open.size();
  view.overdue = count_overdue(open);
  view.owners = owing_views(context, open);
  const std::size_t shown = std::min(open.size(), kMostLogRows);
  for (std::size_t i = 0; i < shown; ++i) view.rows.push_back(entry_row(context, reg, *open[i]));
  view.more = open.size() - shown;
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
  PageScope scope;
  HomeView view;
  view.page = page_frame(context, "", context.site.config.title);
  view.latest = latest_headlines(context, scope);
  view.changes = latest_changes(context, scope);
  view.coming = coming_meetings(context);
  view.meetings_href = context.href("meetings/");
  view.decisions_href = context.href("decisions/");
  view.parties_href = context.href("parties/");
  for (const Register& reg : context.site.registers) {
    const RegisterShape shape = shape_of(reg.definition);
    if (shape == RegisterShape::log) view.logs.push_back(log_summary(context, reg));
    if (shape == RegisterShape::scores) view.scores.push_back(score_summary(context, reg));
  }
  return view;
}

}  // namespace opsg::released
