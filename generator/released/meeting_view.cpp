#include "meeting_view.h"

#include <algorithm>

#include "entry_view.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

constexpr int kRecordHeadingLevel = 3;

LinkView adopting_meeting(const PageContext& context, const Record& record) {
  if (!record.complete || !record.adopted) return {};
  const Meeting* meeting = context.site.find_meeting(*record.adopted);
  return meeting ? meeting_link(context, *meeting) : LinkView{*record.adopted, ""};
}

RecordView record_view(const PageContext& context, const Record& record, PageScope& scope) {
  RecordView view;
  view.title = capitalised(record.name);
  view.anchor = slugify(record.name);
  view.complete = record.complete;
  view.draft = record.draft;
  if (record.complete) view.label = capitalised(record.level);
  view.adopted = adopting_meeting(context, record);
  view.items = item_views(context, record);
  for (std::size_t i = 0; i < record.trees.size(); ++i) {
    view.fragments.push_back(context.markdown.fragment(record, i, kRecordHeadingLevel, scope));
  }
  return view;
}

/// "Action log: raised", ... in the order raised, updated, closed; one group without states.
std::string steps_title(const Register& reg, const std::string& kind) {
  return reg.definition.states.empty() ? reg.definition.title
                                       : reg.definition.title + ": " + ascii_lower(kind);
}

void add_step(std::vector<RegisterStepsView>& views, std::string title, EntryRowView row) {
  const auto same_title = [&](const RegisterStepsView& view) { return view.title == title; };
  auto found = std::find_if(views.begin(), views.end(), same_title);
  if (found == views.end()) found = views.insert(found, {std::move(title), {}});
  const auto same_id = [&](const EntryRowView& other) { return other.id == row.id; };
  std::vector<EntryRowView>& rows = found->rows;
  if (std::none_of(rows.begin(), rows.end(), same_id)) rows.push_back(std::move(row));
}

std::vector<RegisterStepsView> register_steps(const PageContext& context, std::size_t meeting) {
  std::vector<RegisterStepsView> views;
  for (const Register& reg : context.site.registers) {
    for (const std::string kind : {"Raised", "Reported", "Updated", "Reopened", "Closed"}) {
      for (const StepPlace& place : context.index.steps[meeting]) {
        if (place.reg != &reg) continue;
        if (step_kind(context.site, reg, *place.entry, place.step) != kind) continue;
        add_step(views, steps_title(reg, kind), entry_row(context, reg, *place.entry));
      }
    }
  }
  return views;
}

std::vector<AttachmentView> attachment_views(const PageContext& context, const Meeting& meeting) {
  std::vector<AttachmentView> views;
  for (const Attachment& file : meeting.attachments) {
    views.push_back({file.title.empty() ? file.file : file.title,
                     context.href(context.permalinks.attachment(meeting, file)), file.file,
                     capitalised(file.level)});
  }
  return views;
}

void add_facts(MeetingView& view, const PageContext& context, const Meeting& meeting) {
  view.code = meeting.code;
  view.name = meeting_name(context.site, meeting);
  view.kind = capitalised(meeting.kind);
  view.date = long_date(meeting.date);
  view.iso_date = iso_date(meeting.date);
  view.place = meeting.place;
  view.notice = context.policy.withheld_notice.value_or("");
  view.cancelled = meeting.cancelled;
  if (meeting.start) view.time = time_text(*meeting.start);
  if (meeting.start && meeting.end) view.time += " to " + time_text(*meeting.end);
}

std::string documents_text(const Site& site, const Meeting& meeting) {
  std::string text;
  for (const std::size_t index : meeting.records) {
    const Record& record = site.records[index];
    text.append(text.empty() ? "" : ", ").append(capitalised(record.name));
    if (!record.complete) text += " (extracts)";
  }
  return text;
}

MeetingRowView meeting_row(const PageContext& context, const Meeting& meeting) {
  return {meeting_link(context, meeting), meeting.title,     capitalised(meeting.kind),
          long_date(meeting.date),        meeting.cancelled, documents_text(context.site, meeting)};
}

}  // namespace

std::vector<ItemView> item_views(const PageContext& context, const Record& record) {
  std::vector<ItemView> views;
  for (const Item& item : record.items) {
    views.push_back({item.number, item.title,
                     context.href(context.permalinks.place(record, item.anchor)),
                     party_links(context, item.sponsors)});
  }
  return views;
}

MeetingView make_meeting_view(const PageContext& context, std::size_t index) {
  const Meeting& meeting = context.site.meetings[index];
  PageScope scope{context.permalinks.meeting(meeting), {}};
  MeetingView view;
  view.page =
      page_frame(context, scope.path,
                 meeting.title.empty() ? meeting_name(context.site, meeting) : meeting.title);
  add_facts(view, context, meeting);
  for (const std::size_t record : meeting.records) {
    view.records.push_back(record_view(context, context.site.records[record], scope));
  }
  for (const DecisionPlace& place : context.index.decisions[index]) {
    view.decisions.push_back(decision_view(context, place, scope));
  }
  view.registers = register_steps(context, index);
  view.attendance = attendance_views(meeting);
  view.attachments = attachment_views(context, meeting);
  view.has_decisions = !view.decisions.empty();
  view.has_attendance = !view.attendance.empty();
  view.has_attachments = !view.attachments.empty();
  if (index > 0) view.previous = meeting_link(context, context.site.meetings[index - 1]);
  if (index + 1 < context.site.meetings.size()) {
    view.next = meeting_link(context, context.site.meetings[index + 1]);
  }
  return view;
}

MeetingsView make_meetings_view(const PageContext& context) {
  MeetingsView view;
  view.page = page_frame(context, "meetings/", "Meetings");
  for (auto meeting = context.site.meetings.rbegin(); meeting != context.site.meetings.rend();
       ++meeting) {
    const int year = static_cast<int>(meeting->date.year());
    if (view.years.empty() || view.years.back().year != year) view.years.push_back({year, {}});
    view.years.back().meetings.push_back(meeting_row(context, *meeting));
  }
  return view;
}

}  // namespace opsg::released
