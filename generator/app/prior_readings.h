#pragma once

#include <optional>
#include <vector>

#include "gate.h"
#include "policy.h"
#include "site.h"

namespace opsg::app {

/// What the records say so far, as the readers of each level and of each audience read it. For what
/// is carried into another record: it must not become more public by that.
class PriorReadings {
 public:
  PriorReadings(const restricted::LabelledSite& labelled, restricted::GateTime time);

  /// One for each level, from open to closed, with drafts and embargoed documents; then one for
  /// each audience, which is given those only where the policy says so. Nothing where the records
  /// make no site without what is withheld.
  const std::vector<std::optional<released::Site>>& sites() const { return sites_; }

  /// The most open level that shows a portion to nobody who does not read it already. `shown` says
  /// so of each of `sites()`. Nothing where an audience of the most closed level does not.
  std::optional<Level> marking(const std::vector<bool>& shown) const;

 private:
  bool is_safe(Level level, const std::vector<bool>& shown) const;

  std::size_t levels_;
  std::vector<Clearance> audiences_;
  std::vector<std::optional<released::Site>> sites_;
};

}  // namespace opsg::app
