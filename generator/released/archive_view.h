#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct MeetingRowView {
  LinkView link;
  std::string title;
  std::string kind;
  std::string date;
  std::string iso_date;
  bool cancelled = false;
  std::vector<LinkView> documents;
  std::size_t decisions = 0;
  std::size_t raised = 0;

  static void describe(ViewFields<MeetingRowView>& field) {
    field("link", &MeetingRowView::link);
    field("title", &MeetingRowView::title);
    field("kind", &MeetingRowView::kind);
    field("date", &MeetingRowView::date);
    field("iso_date", &MeetingRowView::iso_date, "for <time datetime>");
    field("cancelled", &MeetingRowView::cancelled);
    field("documents", &MeetingRowView::documents, "Headlines, Minutes (extracts); may be empty");
    field("decisions", &MeetingRowView::decisions, "how many");
    field("raised", &MeetingRowView::raised, "how many actions, of all registers");
  }
};

/// The latest meetings, or those of one year.
struct MeetingsView {
  static constexpr std::string_view kTemplate = "meetings.html";

  PageView page;
  std::vector<FilterView> years;
  std::string caption;
  std::vector<MeetingRowView> meetings;
  bool has_meetings = false;
  bool has_neighbours = false;
  LinkView previous;
  LinkView next;

  static void describe(ViewFields<MeetingsView>& field) {
    field("page", &MeetingsView::page);
    field("years", &MeetingsView::years, "the latest meetings, then each year, latest first");
    field("caption", &MeetingsView::caption, "Latest meetings; Meetings of 2021");
    field("meetings", &MeetingsView::meetings, "latest first");
    field("has_meetings", &MeetingsView::has_meetings);
    field("has_neighbours", &MeetingsView::has_neighbours);
    field("previous", &MeetingsView::previous, "the year before that has meetings");
    field("next", &MeetingsView::next, "the year after that has meetings");
  }
};

/// The years in which a meeting took place or will, latest first.
std::vector<int> meeting_years(const Site& site);

/// Without a year, the latest meetings.
MeetingsView make_meetings_view(const PageContext& context, std::optional<int> year);

}  // namespace opsg::released
