#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decision_view.h"
#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct ItemView {
  std::string number;
  std::string title;
  std::string href;
  std::vector<LinkView> sponsors;

  static void describe(ViewFields<ItemView>& field) {
    field("number", &ItemView::number);
    field("title", &ItemView::title);
    field("href", &ItemView::href);
    field("sponsors", &ItemView::sponsors);
  }
};

/// The agenda items of a record.
std::vector<ItemView> item_views(const PageContext& context, const Record& record);

/// A document of the meeting, or what of it was published.
struct RecordView {
  std::string title;
  std::string anchor;
  bool complete = true;
  bool draft = false;
  std::string label;
  LinkView adopted;
  std::vector<ItemView> items;
  std::vector<SafeHtml> fragments;

  static void describe(ViewFields<RecordView>& field) {
    field("title", &RecordView::title, "Headlines, Minutes, ...");
    field("anchor", &RecordView::anchor, "headlines, minutes, ...");
    field("complete", &RecordView::complete, "not so where the fragments are published extracts");
    field("draft", &RecordView::draft);
    field("label", &RecordView::label, "White; empty where the record is not complete");
    field("adopted", &RecordView::adopted, "the meeting that agreed the minutes; may be empty");
    field("items", &RecordView::items);
    field("fragments", &RecordView::fragments, "one where complete, else one for each extract");
  }
};

/// Those of one organisation who attended in one way.
struct AttendeeView {
  std::string organisation;
  std::string name;
  std::string role;
  std::string alternate_for;
  bool part = false;
  std::string items;
  std::size_t count = 1;
  bool several = false;

  static void describe(ViewFields<AttendeeView>& field) {
    field("organisation", &AttendeeView::organisation);
    field("name", &AttendeeView::name, "empty where the audience may not see it");
    field("role", &AttendeeView::role);
    field("alternate_for", &AttendeeView::alternate_for);
    field("part", &AttendeeView::part, "attended a part of the meeting");
    field("items", &AttendeeView::items, "2, 3.1; empty for all of them");
    field("count", &AttendeeView::count, "how many people this stands for");
    field("several", &AttendeeView::several, "it stands for more than one");
  }
};

struct AttendanceView {
  std::string category;
  std::vector<AttendeeView> attendees;

  static void describe(ViewFields<AttendanceView>& field) {
    field("category", &AttendanceView::category, "the last one is Apologies, if there were any");
    field("attendees", &AttendanceView::attendees);
  }
};

struct AttachmentView {
  std::string title;
  std::string href;
  std::string file;
  std::string label;

  static void describe(ViewFields<AttachmentView>& field) {
    field("title", &AttachmentView::title);
    field("href", &AttachmentView::href);
    field("file", &AttachmentView::file, "the file's name");
    field("label", &AttachmentView::label, "White");
  }
};

/// What the meeting did to the entries of one register.
struct RegisterStepsView {
  std::string title;
  std::vector<EntryRowView> rows;

  static void describe(ViewFields<RegisterStepsView>& field) {
    field("title", &RegisterStepsView::title, "Action log: raised");
    field("rows", &RegisterStepsView::rows);
  }
};

struct MeetingView {
  static constexpr std::string_view kTemplate = "meeting.html";

  PageView page;
  std::string code;
  std::string name;
  std::string kind;
  std::string date;
  std::string iso_date;
  std::string time;
  std::string place;
  bool cancelled = false;
  std::string notice;
  std::vector<RecordView> records;
  std::vector<DecisionView> decisions;
  std::vector<RegisterStepsView> registers;
  std::vector<AttendanceView> attendance;
  std::vector<AttachmentView> attachments;
  bool has_decisions = false;
  bool has_attendance = false;
  bool has_attachments = false;
  LinkView previous;
  LinkView next;

  static void describe(ViewFields<MeetingView>& field) {
    field("page", &MeetingView::page);
    field("code", &MeetingView::code, "as the committee writes it: 41_2501");
    field("name", &MeetingView::name, "with the committee: OPSG 41_2501");
    field("kind", &MeetingView::kind);
    field("date", &MeetingView::date);
    field("iso_date", &MeetingView::iso_date, "for <time datetime>");
    field("time", &MeetingView::time, "13:20 to 15:35; may be empty");
    field("place", &MeetingView::place);
    field("cancelled", &MeetingView::cancelled);
    field("notice", &MeetingView::notice, "the policy's withheld_notice; may be empty");
    field("records", &MeetingView::records, "headlines, then minutes, then others");
    field("decisions", &MeetingView::decisions);
    field("registers", &MeetingView::registers);
    field("attendance", &MeetingView::attendance);
    field("attachments", &MeetingView::attachments);
    field("has_decisions", &MeetingView::has_decisions);
    field("has_attendance", &MeetingView::has_attendance);
    field("has_attachments", &MeetingView::has_attachments);
    field("previous", &MeetingView::previous);
    field("next", &MeetingView::next);
  }
};

/// `meeting`: index into the site's meetings.
MeetingView make_meeting_view(const PageContext& context, std::size_t meeting);

/// By category in the order of meeting.toml, apologies last. People without a name who attended in
/// one way are counted.
std::vector<AttendanceView> attendance_views(const Meeting& meeting);

struct MeetingRowView {
  LinkView link;
  std::string title;
  std::string kind;
  std::string date;
  bool cancelled = false;
  std::string documents;

  static void describe(ViewFields<MeetingRowView>& field) {
    field("link", &MeetingRowView::link);
    field("title", &MeetingRowView::title);
    field("kind", &MeetingRowView::kind);
    field("date", &MeetingRowView::date);
    field("cancelled", &MeetingRowView::cancelled);
    field("documents", &MeetingRowView::documents, "Headlines, Minutes; may be empty");
  }
};

struct MeetingYearView {
  int year = 0;
  std::vector<MeetingRowView> meetings;

  static void describe(ViewFields<MeetingYearView>& field) {
    field("year", &MeetingYearView::year);
    field("meetings", &MeetingYearView::meetings, "latest first");
  }
};

struct MeetingsView {
  static constexpr std::string_view kTemplate = "meetings.html";

  PageView page;
  std::vector<MeetingYearView> years;

  static void describe(ViewFields<MeetingsView>& field) {
    field("page", &MeetingsView::page);
    field("years", &MeetingsView::years, "latest first");
  }
};

MeetingsView make_meetings_view(const PageContext& context);

}  // namespace opsg::released
