#pragma once

#include <cstddef>
#include <vector>

#include "site.h"

namespace opsg::released {

/// The entries that share a page: one entry, or all periods of one thing.
struct EntrySeries {
  std::vector<std::size_t> entries;  ///< Indices into the register's; earliest period first.
};

/// The register's entries by their pages, in the order of the first entry of each.
std::vector<EntrySeries> entry_series(const Register& reg);

/// The entry's first field that holds a period, or null.
const Period* period_of(const RegisterEntry& entry);

}  // namespace opsg::released
