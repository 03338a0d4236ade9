#include "rating_charts.h"

#include <utility>

#include "rag_grid.h"

namespace opsg::released {
namespace {

charts::Rating chart_rating(Rag rag) {
  switch (rag) {
    case Rag::red:
      return charts::Rating::red;
    case Rag::amber:
      return charts::Rating::amber;
    case Rag::green:
      return charts::Rating::green;
  }
  return charts::Rating::none;
}

charts::Rating rating_at(const Site& site, const RegisterEntry& entry, std::size_t meeting) {
  charts::Rating rating = charts::Rating::none;
  for (const Step& step : entry.history) {
    if (step.meeting != meeting) continue;
    for (const Field& field : site.entry(step).fields) {
      if (const auto* rag = std::get_if<Rag>(&field.value)) rating = chart_rating(*rag);
    }
  }
  return rating;
}

}  // namespace

std::optional<ChartView> rating_chart(const Site& site,
                                      const std::vector<const RegisterEntry*>& entries,
                                      const std::set<std::size_t>& meetings, std::size_t number) {
  std::vector<charts::ChartLabel> labels;
  for (const std::size_t meeting : meetings) labels.push_back(meeting_label(site, meeting));
  std::vector<charts::RatedRow> rows;
  for (const RegisterEntry* entry : entries) {
    charts::RatedRow row{entry->id, {}};
    for (const std::size_t meeting : meetings) {
      row.ratings.push_back(rating_at(site, *entry, meeting));
    }
    rows.push_back(std::move(row));
  }
  auto chart = charts::rag_grid(chart_name(number, "Ratings by meeting"), labels, rows);
  if (!chart) return std::nullopt;
  return chart_view(std::move(*chart), TablePlace::page);
}

}  // namespace opsg::released
