#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "site.h"

namespace opsg::released {

/// What is known of an entry at one time.
struct EntryState {
  std::string title;          ///< The latest that was given.
  std::vector<Field> fields;  ///< The latest of each that was given, in site.toml's order.
};

/// The state that the first `steps` steps of a history leave.
EntryState state_after(const Site& site, const RegisterDefinition& definition,
                       const std::vector<Step>& history, std::size_t steps);

}  // namespace opsg::released
