#include "meeting_view.h"

#include <fmt/format.h>

#include <utility>

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
  for (std::size_t i = 0; i < record.trees.size(); ++i) {
    view.fragments.push_back(context.markdown.fragment(record, i, kRecordHeadingLevel, scope));
  }
  return view;
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

/// Agreed minutes that this audience has in full, by their meetings.
std::vector<LinkView> adopted_here(const PageContext& context, std::size_t meeting) {
  std::vector<LinkView> links;
  for (const std::size_t record : context.index.adopted[meeting]) {
    const std::string& slug = context.site.records[record].meeting;
    const Meeting& its_meeting = context.site.meetings[context.index.meetings.at(slug)];
    links.push_back(meeting_link(context, its_meeting));
    links.back().comma = true;
  }
  if (!links.empty()) links.back().comma = false;
  return links;
}

void add_summary(MeetingView& view, const PageContext& context, std::size_t meeting,
                 PageScope& scope) {
  view.decisions = decisions_by_verb(context, context.index.decisions[meeting], scope);
  view.registers = meeting_registers(context, meeting);
  view.references = meeting_references(context, meeting);
  view.adopts = adopted_here(context, meeting);
  view.has_decisions = !view.decisions.empty();
  view.has_references = !view.references.empty();
  view.has_adopts = !view.adopts.empty();
  view.has_summary =
      view.has_decisions || !view.registers.empty() || view.has_references || view.has_adopts;
}

void add_neighbours(MeetingView& view, const PageContext& context, std::size_t index) {
  const std::vector<Meeting>& meetings = context.site.meetings;
  if (index > 0) view.previous = meeting_link(context, meetings[index - 1]);
  if (index + 1 < meetings.size()) view.next = meeting_link(context, meetings[index + 1]);
  view.has_neighbours = meetings.size() > 1;
}

std::vector<ContentsView> contents_of(const MeetingView& view, const PageContext& context,
                                      const Meeting& meeting) {
  std::vector<ContentsView> sections;
  if (view.has_summary) sections.push_back(contents_section("Summary", "summary"));
  for (const std::size_t index : meeting.records) {
    const Record& record = context.site.records[index];
    sections.push_back(contents_section(capitalised(record.name), slugify(record.name),
                                        item_contents(context, record)));
  }
  if (view.has_attachments) sections.push_back(contents_section("Attachments", "attachments"));
  if (view.has_attendance) sections.push_back(contents_section("Attendance", "attendance"));
  sections.push_back(contents_section("Cite this page", "cite"));
  return sections;
}

/// Most meetings are called after the committee, and so is the site.
std::string citation_of(const std::string& site, const std::string& meeting) {
  const bool says_site = starts_with_ignoring_case(meeting + ' ', site + ' ');
  return says_site ? meeting : fmt::format("{}: {}", site, meeting);
}

}  // namespace

MeetingView make_meeting_view(const PageContext& context, std::size_t index) {
  const Meeting& meeting = context.site.meetings[index];
  PageScope scope{context.permalinks.meeting(meeting), {}};
  MeetingView view;
  view.page =
      page_frame(context, scope.path,
                 meeting.title.empty() ? meeting_name(context.site, meeting) : meeting.title);
  view.citation = citation_of(context.site.config.title, view.page.title);
  add_facts(view, context, meeting);
  add_summary(view, context, index, scope);
  for (const std::size_t record : meeting.records) {
    view.records.push_back(record_view(context, context.site.records[record], scope));
  }
  view.attendance = attendance_views(meeting);
  view.attachments = attachment_views(context, meeting);
  view.has_attendance = !view.attendance.empty();
  view.has_attachments = !view.attachments.empty();
  view.contents = contents_of(view, context, meeting);
  add_neighbours(view, context, index);
  return view;
}

}  // namespace opsg::released
