#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fact_view.h"
#include "page_context.h"
#include "view_fields.h"

namespace opsg::released {

/// An entry as the meeting left it.
struct MeetingEntryView {
  std::string id;
  std::string href;
  std::string place;
  std::string title;
  std::vector<FactView> cells;
  std::string trend;

  static void describe(ViewFields<MeetingEntryView>& field) {
    field("id", &MeetingEntryView::id);
    field("href", &MeetingEntryView::href, "the entry's own page");
    field("place", &MeetingEntryView::place, "the place in this meeting's record");
    field("title", &MeetingEntryView::title);
    field("cells", &MeetingEntryView::cells, "one for each column; its text may be empty");
    field("trend", &MeetingEntryView::trend,
          "of a score: up from 15, unchanged, first report; empty where there is none");
  }
};

/// What the meeting did to the entries of one register.
struct MeetingRegisterView {
  std::string title;
  std::vector<std::string> columns;
  bool has_trend = false;
  std::vector<MeetingEntryView> rows;

  static void describe(ViewFields<MeetingRegisterView>& field) {
    field("title", &MeetingRegisterView::title, "Action log: raised; Risks");
    field("columns", &MeetingRegisterView::columns, "titles of the fields that any entry has");
    field("has_trend", &MeetingRegisterView::has_trend, "some entry has one");
    field("rows", &MeetingRegisterView::rows);
  }
};

/// By register, and where it has states by what happened: raised, updated, reopened, closed. Every
/// entry stands in one place, with the fields that it had when the meeting was over.
std::vector<MeetingRegisterView> meeting_registers(const PageContext& context, std::size_t meeting);

/// How many entries of all registers the meeting raised.
std::size_t raised_count(const PageContext& context, std::size_t meeting);

}  // namespace opsg::released
