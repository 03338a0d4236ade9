#include "archive_view.h"

#include <algorithm>

#include "meeting_register_view.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kLatestMeetings = 10;

int year_of(const Meeting& meeting) {
  return static_cast<int>(meeting.date.year());
}

std::string archive_path(const PageContext& context, std::optional<int> year) {
  return year ? context.permalinks.year(*year) : "meetings/";
}

std::vector<LinkView> document_links(const PageContext& context, const Meeting& meeting) {
  std::vector<LinkView> links;
  for (const std::size_t index : meeting.records) {
    const Record& record = context.site.records[index];
    const std::string title = capitalised(record.name) + (record.complete ? "" : " (extracts)");
    const std::string path = context.permalinks.record(record) + '#' + slugify(record.name);
    links.push_back({title, context.href(path), true});
  }
  if (!links.empty()) links.back().comma = false;
  return links;
}

MeetingRowView meeting_row(const PageContext& context, std::size_t index) {
  const Meeting& meeting = context.site.meetings[index];
  MeetingRowView row;
  row.link = meeting_link(context, meeting);
  row.title = meeting.title;
  row.kind = capitalised(meeting.kind);
  row.date = long_date(meeting.date);
  row.iso_date = iso_date(meeting.date);
  row.cancelled = meeting.cancelled;
  row.documents = document_links(context, meeting);
  row.decisions = context.index.decisions[index].size();
  row.raised = raised_count(context, index);
  return row;
}

std::vector<FilterView> year_filters(const PageContext& context, std::optional<int> current) {
  const std::vector<Meeting>& meetings = context.site.meetings;
  std::vector<FilterView> filters = {
      {"Latest", context.href("meetings/"), std::min(meetings.size(), kLatestMeetings), !current}};
  for (const int year : meeting_years(context.site)) {
    const auto count = std::count_if(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
      return year_of(meeting) == year;
    });
    filters.push_back({std::to_string(year), context.href(archive_path(context, year)),
                       static_cast<std::size_t>(count), current == year});
  }
  return filters;
}

LinkView year_link(const PageContext& context, int year) {
  return {"Meetings of " + std::to_string(year), context.href(archive_path(context, year))};
}

void add_neighbours(MeetingsView& view, const PageContext& context, int year) {
  const std::vector<int> years = meeting_years(context.site);
  const auto own = std::find(years.begin(), years.end(), year);
  if (own == years.end()) return;
  if (own != years.begin()) view.next = year_link(context, *(own - 1));
  if (own + 1 != years.end()) view.previous = year_link(context, *(own + 1));
  view.has_neighbours = !view.next.href.empty() || !view.previous.href.empty();
}

}  // namespace

std::vector<int> meeting_years(const Site& site) {
  std::vector<int> years;
  for (auto meeting = site.meetings.rbegin(); meeting != site.meetings.rend(); ++meeting) {
    if (years.empty() || years.back() != year_of(*meeting)) years.push_back(year_of(*meeting));
  }
  return years;
}

MeetingsView make_meetings_view(const PageContext& context, std::optional<int> year) {
  MeetingsView view;
  view.caption = year ? year_link(context, *year).text : "Latest meetings";
  view.page = page_frame(context, archive_path(context, year), year ? view.caption : "Meetings");
  view.years = year_filters(context, year);
  for (std::size_t i = context.site.meetings.size(); i-- > 0;) {
    if (!year && view.meetings.size() == kLatestMeetings) break;
    if (year && year_of(context.site.meetings[i]) != *year) continue;
    view.meetings.push_back(meeting_row(context, i));
  }
  view.has_meetings = !view.meetings.empty();
  if (year) add_neighbours(view, context, *year);
  return view;
}

}  // namespace opsg::released
