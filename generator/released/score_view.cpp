#include "score_view.h"

#include <algorithm>

#include "score_charts.h"
#include "scores.h"

namespace opsg::released {
namespace {

constexpr int kMatrixSize = 5;

bool fits_matrix(const Score* score) {
  return score != nullptr && score->value >= 1 && score->value <= kMatrixSize;
}

MatrixCellView matrix_cell(const PageContext& context, const Register& reg, int probability,
                           int impact) {
  MatrixCellView cell;
  cell.rank = score_rank({probability * impact, {}});
  for (const RegisterEntry& entry : reg.entries) {
    const Score* its_probability = score_of(entry, "probability");
    const Score* its_impact = score_of(entry, "impact");
    if (!its_probability || !its_impact || its_probability->value != probability) continue;
    if (its_impact->value != impact) continue;
    cell.entries.push_back(
        {entry.id, context.href(context.permalinks.entry(reg.definition, entry)), true});
  }
  if (!cell.entries.empty()) cell.entries.back().comma = false;
  return cell;
}

void add_matrix(ScoreView& view, const PageContext& context, const Register& reg) {
  const bool wanted =
      std::any_of(reg.entries.begin(), reg.entries.end(), [](const RegisterEntry& entry) {
        return fits_matrix(score_of(entry, "probability")) &&
               fits_matrix(score_of(entry, "impact"));
      });
  if (!wanted) return;
  for (int impact = 1; impact <= kMatrixSize; ++impact) view.impacts.push_back(impact);
  for (int probability = kMatrixSize; probability >= 1; --probability) {
    MatrixRowView row{probability, {}};
    for (const int impact : view.impacts) {
      row.cells.push_back(matrix_cell(context, reg, probability, impact));
    }
    view.matrix.push_back(std::move(row));
  }
}

}  // namespace

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
  }
  add_matrix(view, context, reg);
  view.has_rows = !view.rows.empty();
  view.has_matrix = !view.matrix.empty();
  view.matrix_chart = score_matrix_chart(reg, 1);
  return view;
}

}  // namespace opsg::released
