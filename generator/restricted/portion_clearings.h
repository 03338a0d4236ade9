#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <tuple>
#include <vector>

#include "diagnostic.h"
#include "portions.h"

namespace opsg::restricted {

/// What a clearance was given of a document, and what was found about it.
struct ClearedPortions {
  std::vector<Fragment> fragments;
  Diagnostics found;
};

/// What each clearance was given of one document (`clear_portions`), for those who clear the same
/// map again. Safe to use from several threads.
class PortionClearings {
 public:
  /// For a map and a context that stay the same. The reference lives as long as this object.
  const ClearedPortions& of(const PortionMap& map, const Clearance& clearance,
                            const MarkingContext& context);

 private:
  using Key = std::tuple<std::size_t, bool, bool>;

  std::mutex mutex_;
  std::map<Key, ClearedPortions> cleared_;
};

}  // namespace opsg::restricted
