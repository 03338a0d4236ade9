#include "score_view.h"

#include <algorithm>

#include "score_charts.h"
#include "scores.h"

namespace opsg::released {

std::vector<const RegisterEntry*> by_severity(const Register& reg) {
  const std::string_view field = severity_field(reg.definition);
  std::vector<const RegisterEntry*> entries;
  for (const RegisterEntry& entry : reg.entries) entries.push_back(&entry);
  const auto rank = [&](const RegisterEntry* entry) {
    const Score* score = score_of(*entry, field);
    return score ? score->value : -1;
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto* a, const auto* b) { return rank(a) > rank(b); });
  return entries;
}

ScoreView make_score_view(const PageContext& context, const Register& reg) {
  ScoreView view;
  view.page =
      page_frame(context, context.permalinks.register_index(reg.definition), reg.definition.title);
  for (const RegisterEntry* entry : by_severity(reg)) {
    view.rows.push_back(entry_row(context, reg, *entry));
    view.has_owners |= !view.rows.back().owners.empty();
  }
  view.has_rows = !view.rows.empty();
  view.matrix = score_matrix_chart(reg, 1);
  return view;
}

}  // namespace opsg::released
