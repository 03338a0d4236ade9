#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "entry_series.h"
#include "fact_view.h"
#include "page_context.h"
#include "page_view.h"
#include "timeline_view.h"

namespace opsg::released {

/// One period of a series, as it stands now.
struct SeriesPeriodView {
  std::string period;
  std::string anchor;
  std::vector<FactView> values;
  std::string verdict;
  std::string verdict_class;
  LinkView meeting;

  static void describe(ViewFields<SeriesPeriodView>& field) {
    field("period", &SeriesPeriodView::period);
    field("anchor", &SeriesPeriodView::anchor, "an id for the row; empty without a period");
    field("values", &SeriesPeriodView::values, "one for each column; the text may be empty");
    field("verdict", &SeriesPeriodView::verdict, "Below minimum, On target, ..., or empty");
    field("verdict_class", &SeriesPeriodView::verdict_class, "red, amber, green, or empty");
    field("meeting", &SeriesPeriodView::meeting, "the last meeting that it was reported to");
  }
};

/// The page of one thing over its periods: a measure of one provider.
struct SeriesView {
  static constexpr std::string_view kTemplate = "series.html";

  PageView page;
  std::string id;
  SafeHtml title;
  std::string register_title;
  std::string register_href;
  std::vector<FactView> facts;
  std::vector<std::string> columns;
  bool has_verdicts = false;
  std::vector<SeriesPeriodView> periods;
  std::optional<ChartView> chart;
  std::vector<StepView> history;
  LinkView previous;
  LinkView next;

  static void describe(ViewFields<SeriesView>& field) {
    field("page", &SeriesView::page);
    field("id", &SeriesView::id);
    field("title", &SeriesView::title, "the latest that was given; may be empty");
    field("register_title", &SeriesView::register_title);
    field("register_href", &SeriesView::register_href);
    field("facts", &SeriesView::facts, "what all periods have in common: the provider");
    field("columns", &SeriesView::columns, "the titles of the fields that periods have");
    field("has_verdicts", &SeriesView::has_verdicts);
    field("periods", &SeriesView::periods, "the latest first");
    field("chart", &SeriesView::chart, "of percentages; missing where there is no value");
    field("history", &SeriesView::history, "of all periods, latest first");
    field("previous", &SeriesView::previous);
    field("next", &SeriesView::next);
  }
};

/// `series`: index into `all`, the series of the register.
SeriesView make_series_view(const PageContext& context, const Register& reg,
                            const std::vector<EntrySeries>& all, std::size_t series);

/// "CPM1 · DCC": the id with the key's fields, less the periods.
std::string series_name(const Register& reg, const EntrySeries& series);

}  // namespace opsg::released
