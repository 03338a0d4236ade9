#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// One criterion's status at one meeting.
struct RatingView {
  std::string rag;
  std::string text;
  std::string href;

  static void describe(ViewFields<RatingView>& field) {
    field("rag", &RatingView::rag, "red, amber or green; empty where the meeting gave none");
    field("text", &RatingView::text, "Red, Amber or Green");
    field("href", &RatingView::href, "the place in the meeting's record");
  }
};

struct CriterionView {
  std::string id;
  std::string href;
  std::string anchor;
  std::string title;
  std::vector<RatingView> ratings;

  static void describe(ViewFields<CriterionView>& field) {
    field("id", &CriterionView::id);
    field("href", &CriterionView::href, "its own page");
    field("anchor", &CriterionView::anchor, "an id for the row; empty where an earlier row has it");
    field("title", &CriterionView::title);
    field("ratings", &CriterionView::ratings, "one for each of the release's meetings");
  }
};

struct ReleaseView {
  std::string title;
  std::vector<LinkView> meetings;
  std::vector<CriterionView> criteria;
  std::optional<ChartView> chart;

  static void describe(ViewFields<ReleaseView>& field) {
    field("title", &ReleaseView::title);
    field("meetings", &ReleaseView::meetings, "oldest first");
    field("criteria", &ReleaseView::criteria);
    field("chart", &ReleaseView::chart, "missing where nothing is rated");
  }
};

/// A register of red, amber and green: what is reviewed, by meeting.
struct ReviewView {
  static constexpr std::string_view kTemplate = "reviews.html";

  PageView page;
  std::vector<ReleaseView> releases;

  static void describe(ViewFields<ReviewView>& field) {
    field("page", &ReviewView::page);
    field("releases", &ReviewView::releases, "the one that was reviewed last comes first");
  }
};

ReviewView make_review_view(const PageContext& context, const Register& reg);

}  // namespace opsg::released
