#include "portion_clearings.h"

namespace opsg::restricted {

const ClearedPortions& PortionClearings::of(const PortionMap& map, const Clearance& clearance,
                                            const MarkingContext& context) {
  const std::lock_guard lock(mutex_);
  const auto [level, drafts, embargoed] = clearance;
  const auto [place, is_new] = cleared_.try_emplace({level.rank, drafts, embargoed});
  auto& [fragments, found] = place->second;
  if (is_new) fragments = clear_portions(map, clearance, context, found);
  return place->second;
}

}  // namespace opsg::restricted
