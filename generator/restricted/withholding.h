#pragma once

#include <cstddef>
#include <vector>

#include "gate_rules.h"
#include "marked_body.h"
#include "policy.h"

namespace opsg::restricted {

/// A stretch of the text inside a block, in bytes: a withheld span, or marks that are taken off.
struct Zone {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool redacted = false;
};

/// What of a marked body one clearance does not admit.
struct Withholding {
  std::vector<bool> portions;        ///< As MarkedBody::portions: withheld by its own marking.
  std::vector<bool> hidden;          ///< Likewise: inside one that is withheld.
  std::vector<bool> blocks;          ///< Withheld, or a container of which nothing is left.
  std::vector<std::size_t> emptied;  ///< Those containers, without the ones inside them.
};

Withholding withhold(const MarkedBody& marked, const Clearance& clearance, const GateRules& rules);

/// Whether the rule that lets such a portion withhold is in force.
bool rule_applies(PortionKind kind, const GateRules& rules);

/// Where spans are redacted and markings taken off in what remains. Zones are disjoint.
std::vector<Zone> zones_of(const MarkedBody& marked, const Withholding& withheld);

}  // namespace opsg::restricted
