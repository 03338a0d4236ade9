#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contents_view.h"
#include "decision_view.h"
#include "meeting_reference_view.h"
#include "meeting_register_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// A document of the meeting, or what of it was published.
struct RecordView {
  std::string title;
  std::string anchor;
  bool complete = true;
  bool draft = false;
  std::string label;
  LinkView adopted;
  std::vector<SafeHtml> fragments;

  static void describe(ViewFields<RecordView>& field) {
    field("title", &RecordView::title, "Headlines, Minutes, ...");
    field("anchor", &RecordView::anchor, "headlines, minutes, ...");
    field("complete", &RecordView::complete, "not so where the fragments are published extracts");
    field("draft", &RecordView::draft);
    field("label", &RecordView::label, "White; empty where the record is not complete");
    field("adopted", &RecordView::adopted, "the meeting that agreed the minutes; may be empty");
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
  std::string citation;
  std::string notice;
  std::vector<ContentsView> contents;
  std::vector<VerbDecisionsView> decisions;
  std::vector<MeetingRegisterView> registers;
  std::vector<MeetingReferencesView> references;
  std::vector<LinkView> adopts;
  std::vector<RecordView> records;
  std::vector<AttendanceView> attendance;
  std::vector<AttachmentView> attachments;
  bool has_summary = false;
  bool has_decisions = false;
  bool has_references = false;
  bool has_adopts = false;
  bool has_attendance = false;
  bool has_attachments = false;
  bool has_neighbours = false;
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
    field("citation", &MeetingView::citation, "the site and the meeting, the site's title once");
    field("notice", &MeetingView::notice, "the policy's withheld_notice; may be empty");
    field("contents", &MeetingView::contents, "the page's sections and their agenda items");
    field("decisions", &MeetingView::decisions, "by verb, in the order of site.toml");
    field("registers", &MeetingView::registers, "what the meeting raised, updated, closed");
    field("references", &MeetingView::references, "what the records mention, by kind");
    field("adopts", &MeetingView::adopts, "the meetings whose minutes this one agreed");
    field("records", &MeetingView::records, "headlines, then minutes, then others");
    field("attendance", &MeetingView::attendance);
    field("attachments", &MeetingView::attachments);
    field("has_summary", &MeetingView::has_summary, "decisions, registers or references");
    field("has_decisions", &MeetingView::has_decisions);
    field("has_references", &MeetingView::has_references);
    field("has_adopts", &MeetingView::has_adopts);
    field("has_attendance", &MeetingView::has_attendance);
    field("has_attachments", &MeetingView::has_attachments);
    field("has_neighbours", &MeetingView::has_neighbours, "there is a meeting before or after");
    field("previous", &MeetingView::previous);
    field("next", &MeetingView::next);
  }
};

/// `meeting`: index into the site's meetings.
MeetingView make_meeting_view(const PageContext& context, std::size_t meeting);

/// By category in the order of meeting.toml, apologies last. People without a name who attended in
/// one way are counted.
std::vector<AttendanceView> attendance_views(const Meeting& meeting);

}  // namespace opsg::released
