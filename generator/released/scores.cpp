#include "scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>
#include <vector>

#include "site_index.h"

namespace opsg::released {
namespace {

std::vector<int> reported_scores(const Site& site, const RegisterEntry& entry,
                                 std::string_view field) {
  std::vector<int> scores;
  for (const Step& step : entry.history) {
    const Field* found = entry_at(site, step).find(field);
    const auto* score = found ? std::get_if<Score>(&found->value) : nullptr;
    if (score != nullptr) scores.push_back(score->value);
  }
  return scores;
}

}  // namespace

std::string_view severity_field(const RegisterDefinition& definition) {
  const FieldDefinition* severity = definition.find_field("severity");
  if (severity != nullptr && severity->type == FieldType::score) return severity->name;
  for (const FieldDefinition& field : definition.fields) {
    if (field.type == FieldType::score) return field.name;
  }
  return {};
}

const Score* score_of(const RegisterEntry& entry, std::string_view field) {
  const Field* found = field.empty() ? nullptr : entry.find(field);
  return found ? std::get_if<Score>(&found->value) : nullptr;
}

std::string score_text(const Score& score) {
  return score.band.empty() ? std::to_string(score.value)
                            : fmt::format("{} {}", score.value, score.band);
}

int score_rank(const Score& score) {
  return std::clamp((score.value + 4) / 5, 1, 5);
}

std::string score_trend(const Site& site, const RegisterEntry& entry, std::string_view field) {
  const std::vector<int> scores = reported_scores(site, entry, field);
  if (scores.empty()) return {};
  if (scores.size() == 1) return "first report";
  const int before = scores[scores.size() - 2];
  if (scores.back() == before) return "unchanged";
  return fmt::format("{} from {}", scores.back() > before ? "up" : "down", before);
}

}  // namespace opsg::released
