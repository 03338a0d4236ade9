#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "changes_view.h"
#include "headline_view.h"
#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct ComingMeetingView {
  std::string date;
  std::string iso_date;
  std::string kind;
  std::string remark;
  LinkView meeting;

  static void describe(ViewFields<ComingMeetingView>& field) {
    field("date", &ComingMeetingView::date);
    field("iso_date", &ComingMeetingView::iso_date);
    field("kind", &ComingMeetingView::kind);
    field("remark", &ComingMeetingView::remark);
    field("meeting", &ComingMeetingView::meeting, "empty where it has no page yet");
  }
};

/// The latest meeting with headlines.
struct LatestView {
  LinkView meeting;
  std::string title;
  std::string date;
  std::string iso_date;
  std::vector<HeadlineView> items;

  static void describe(ViewFields<LatestView>& field) {
    field("meeting", &LatestView::meeting);
    field("title", &LatestView::title);
    field("date", &LatestView::date);
    field("iso_date", &LatestView::iso_date);
    field("items", &LatestView::items);
  }
};

/// How much a party owes.
struct OwingView {
  LinkView party;
  std::size_t open = 0;
  std::size_t overdue = 0;

  static void describe(ViewFields<OwingView>& field) {
    field("party", &OwingView::party);
    field("open", &OwingView::open);
    field("overdue", &OwingView::overdue, "of the open ones");
  }
};

/// A register with states in short.
struct LogSummaryView {
  std::string title;
  std::string href;
  std::string open_href;
  std::size_t open = 0;
  std::string overdue_href;
  std::size_t overdue = 0;
  std::vector<OwingView> owners;
  std::vector<EntryRowView> rows;
  std::size_t more = 0;

  static void describe(ViewFields<LogSummaryView>& field) {
    field("title", &LogSummaryView::title);
    field("href", &LogSummaryView::href);
    field("open_href", &LogSummaryView::open_href);
    field("open", &LogSummaryView::open);
    field("overdue_href", &LogSummaryView::overdue_href);
    field("overdue", &LogSummaryView::overdue);
    field("owners", &LogSummaryView::owners, "who owes what, the one with most overdue first");
    field("rows", &LogSummaryView::rows,
          "open ones, the longest overdue first, then the oldest; at most ten");
    field("more", &LogSummaryView::more, "how many more are open");
  }
};

/// A register with scores in short.
struct ScoreSummaryView {
  std::string title;
  std::string href;
  std::vector<EntryRowView> rows;

  static void describe(ViewFields<ScoreSummaryView>& field) {
    field("title", &ScoreSummaryView::title);
    field("href", &ScoreSummaryView::href);
    field("rows", &ScoreSummaryView::rows, "the most severe first; at most five");
  }
};

struct HomeView {
  static constexpr std::string_view kTemplate = "home.html";

  PageView page;
  std::optional<LatestView> latest;
  std::vector<ComingMeetingView> coming;
  std::optional<ChangesView> changes;
  std::vector<LogSummaryView> logs;
  std::vector<ScoreSummaryView> scores;
  std::string meetings_href;
  std::string decisions_href;
  std::string parties_href;

  static void describe(ViewFields<HomeView>& field) {
    field("page", &HomeView::page);
    field("latest", &HomeView::latest);
    field("coming", &HomeView::coming, "the next meetings, soonest first");
    field("changes", &HomeView::changes, "what the latest meeting changed; may be empty");
    field("logs", &HomeView::logs);
    field("scores", &HomeView::scores);
    field("meetings_href", &HomeView::meetings_href);
    field("decisions_href", &HomeView::decisions_href);
    field("parties_href", &HomeView::parties_href);
  }
};

HomeView make_home_view(const PageContext& context);

/// Meetings after the site's `as_of`: those that have a page, and those that the latest meeting to
/// announce any names.
std::vector<ComingMeetingView> coming_meetings(const PageContext& context);

}  // namespace opsg::released
