#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site.h"

namespace opsg::released {

/// The name of the field that an entry is ranked by: "severity", or else the register's first
/// score. Empty where the register has no score.
std::string_view severity_field(const RegisterDefinition& definition);

/// The present score of that name.
const Score* score_of(const RegisterEntry& entry, std::string_view field);

std::string score_text(const Score& score);  ///< "20 Critical"

/// A score out of 25 as its fifth, 1 to 5: for the shade that the theme gives it.
int score_rank(const Score& score);

/// A score at one meeting: the last that its records give.
struct ReportedScore {
  Score score;
  std::size_t meeting = 0;  ///< Index into Site::meetings.
};

/// By the meetings' dates.
std::vector<ReportedScore> reported_scores(const Site& site, const RegisterEntry& entry,
                                           std::string_view field);

/// The latest score against that of the meeting before it: "up from 15", "down from 20",
/// "unchanged", "first report". Empty where there is no score.
std::string score_trend(std::span<const ReportedScore> reports);
std::string score_trend(const Site& site, const RegisterEntry& entry, std::string_view field);

/// The same as a sentence that says where the scores were reported, and whether a lower one is
/// good news: "Getting better: down from 20 Critical at OPSG 59 to 15 High at OPSG 64_2401."
std::string trend_sentence(const Site& site, const RegisterEntry& entry, std::string_view field);

}  // namespace opsg::released
