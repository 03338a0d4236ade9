#include "scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>
#include <vector>

#include "site_index.h"
#include "view_text.h"

namespace opsg::released {
namespace {

std::string report_text(const Site& site, const ReportedScore& report) {
  return score_text(report.score) + " at " + meeting_name(site, site.meetings[report.meeting]);
}

/// The first of the reports that end the list and all have the last one's score.
const ReportedScore& start_of_level(const std::vector<ReportedScore>& reports) {
  const auto differs = [&](const ReportedScore& report) {
    return report.score.value != reports.back().score.value;
  };
  return *std::find_if(reports.rbegin(), reports.rend(), differs).base();
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

std::vector<ReportedScore> reported_scores(const Site& site, const RegisterEntry& entry,
                                           std::string_view field) {
  std::vector<ReportedScore> reports;
  for (const Step& step : entry.history) {
    const Field* found = entry_at(site, step).find(field);
    const auto* score = found ? std::get_if<Score>(&found->value) : nullptr;
    if (score == nullptr) continue;
    if (!reports.empty() && reports.back().meeting == step.meeting) reports.pop_back();
    reports.push_back({*score, step.meeting});
  }
  return reports;
}

std::string score_trend(const Site& site, const RegisterEntry& entry, std::string_view field) {
  return score_trend(reported_scores(site, entry, field));
}

std::string score_trend(std::span<const ReportedScore> reports) {
  if (reports.empty()) return {};
  if (reports.size() == 1) return "first report";
  const int before = reports[reports.size() - 2].score.value;
  const int now = reports.back().score.value;
  if (now == before) return "unchanged";
  return fmt::format("{} from {}", now > before ? "up" : "down", before);
}

std::string trend_sentence(const Site& site, const RegisterEntry& entry, std::string_view field) {
  const std::vector<ReportedScore> reports = reported_scores(site, entry, field);
  if (reports.empty()) return {};
  const ReportedScore& now = reports.back();
  if (reports.size() == 1) {
    return fmt::format("Reported once, at {}: there is no earlier report to compare with.",
                       meeting_name(site, site.meetings[now.meeting]));
  }
  const ReportedScore& before = reports[reports.size() - 2];
  if (now.score.value == before.score.value) {
    const ReportedScore& since = start_of_level(reports);
    return fmt::format("No better and no worse: {} since {}.", score_text(now.score),
                       meeting_name(site, site.meetings[since.meeting]));
  }
  const bool worse = now.score.value > before.score.value;
  return fmt::format("{} from {} to {}.", worse ? "Getting worse: up" : "Getting better: down",
                     report_text(site, before), report_text(site, now));
}

}  // namespace opsg::released
