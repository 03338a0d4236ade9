#include "preview_sites.h"

#include <algorithm>
#include <utility>

namespace opsg::preview {

PreviewSites::PreviewSites(BuildPreview build, std::string first_audience)
    : build_(std::move(build)), first_audience_(std::move(first_audience)) {}

std::shared_ptr<const PreviewState> PreviewSites::state(const std::string& audience) {
  const std::string& asked = is_known(audience) ? audience : first_audience_;
  if (auto ready = present(asked)) return ready;
  const std::lock_guard one_at_a_time(building_);
  if (auto ready = present(asked)) return ready;  // Somebody else has built it meanwhile.
  return rebuild(asked);
}

bool PreviewSites::is_known(const std::string& audience) {
  const std::lock_guard lock(mutex_);
  return std::find(audiences_.begin(), audiences_.end(), audience) != audiences_.end();
}

/// Null where the audience's site is not of the present sources.
std::shared_ptr<const PreviewState> PreviewSites::present(const std::string& audience) {
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(audience);
  const bool is_present = entry != entries_.end() && entry->second.sources == sources_.load();
  return is_present ? entry->second.state : nullptr;
}

/// A change during the build makes its result outdated, since the count is read before.
std::shared_ptr<const PreviewState> PreviewSites::rebuild(const std::string& audience) {
  const std::uint64_t sources = sources_.load();
  PreviewBuild built = build_(audience);
  const std::lock_guard lock(mutex_);
  auto state = std::make_shared<const PreviewState>(next_state(audience, std::move(built)));
  entries_[audience] = {sources, state};
  return state;
}

PreviewState PreviewSites::next_state(const std::string& audience, PreviewBuild built) {
  if (!built.audiences.empty()) audiences_ = std::move(built.audiences);
  PreviewState next{audience,   std::move(built.site),      std::move(built.errors),
                    audiences_, std::move(built.base_path), built.next_change};
  const auto last = entries_.find(audience);
  if (next.site || last == entries_.end()) return next;
  next.site = last->second.state->site;
  next.base_path = last->second.state->base_path;
  return next;
}

}  // namespace opsg::preview
