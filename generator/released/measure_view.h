#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart_view.h"
#include "fact_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// A measure's value in one period.
struct PeriodView {
  std::string period;
  std::string value;
  std::string target;
  std::string minimum;
  std::string verdict;
  std::string verdict_class;
  LinkView meeting;

  static void describe(ViewFields<PeriodView>& field) {
    field("period", &PeriodView::period);
    field("value", &PeriodView::value);
    field("target", &PeriodView::target, "may be empty, as the value and the minimum may");
    field("minimum", &PeriodView::minimum);
    field("verdict", &PeriodView::verdict,
          "Below minimum, Below target, On target, what the record says, or empty");
    field("verdict_class", &PeriodView::verdict_class, "red, amber, green, or empty");
    field("meeting", &PeriodView::meeting, "the last meeting that it was reported to");
  }
};

/// What the register says of the entry's period, and the verdict that follows from the numbers.
PeriodView period_view(const PageContext& context, const RegisterEntry& entry);

struct MeasureView {
  std::string id;
  std::string href;
  std::string anchor;
  std::string title;
  std::vector<LinkView> providers;
  std::vector<PeriodView> periods;
  std::optional<ChartView> chart;

  static void describe(ViewFields<MeasureView>& field) {
    field("id", &MeasureView::id);
    field("href", &MeasureView::href, "its own page");
    field("anchor", &MeasureView::anchor, "an id; empty where an earlier measure has it");
    field("title", &MeasureView::title);
    field("providers", &MeasureView::providers);
    field("periods", &MeasureView::periods, "the latest first");
    field("chart", &MeasureView::chart, "missing where there is no value");
  }
};

/// A register of percentages by period, against a target and a minimum.
struct MeasuresView {
  static constexpr std::string_view kTemplate = "measures.html";

  PageView page;
  std::vector<MeasureView> measures;

  static void describe(ViewFields<MeasuresView>& field) {
    field("page", &MeasuresView::page);
    field("measures", &MeasuresView::measures);
  }
};

MeasuresView make_measures_view(const PageContext& context, const Register& reg);

}  // namespace opsg::released
