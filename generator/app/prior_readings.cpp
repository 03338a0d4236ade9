#include "prior_readings.h"

#include <algorithm>

namespace opsg::app {
namespace {

std::optional<released::Site> read_for(const restricted::LabelledSite& labelled,
                                       const Clearance& clearance, restricted::GateTime time) {
  Diagnostics judged_already;
  const ClearedSources cleared = restricted::Gate::clear(labelled, clearance, time, judged_already);
  return released::make_site(cleared, {}, judged_already);
}

}  // namespace

PriorReadings::PriorReadings(const restricted::LabelledSite& labelled, restricted::GateTime time)
    : levels_(labelled.policy.levels.size()) {
  for (Level level; level.rank < levels_; ++level.rank) {
    sites_.push_back(read_for(labelled, {level, true, true}, time));
  }
  for (const Audience& audience : labelled.policy.audiences) {
    audiences_.push_back(audience.clearance);
    sites_.push_back(read_for(labelled, audience.clearance, time));
  }
}

std::optional<Level> PriorReadings::marking(const std::vector<bool>& shown) const {
  for (Level level; level.rank < levels_; ++level.rank) {
    if (is_safe(level, shown)) return level;
  }
  return std::nullopt;
}

bool PriorReadings::is_safe(Level level, const std::vector<bool>& shown) const {
  if (!shown[level.rank]) return false;
  for (std::size_t i = 0; i < audiences_.size(); ++i) {
    if (audiences_[i].admits(level) && !shown[levels_ + i]) return false;
  }
  return true;
}

}  // namespace opsg::app
