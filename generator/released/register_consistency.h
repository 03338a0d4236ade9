#pragma once

#include "diagnostic.h"
#include "site.h"

namespace opsg::released {

/// The contradictions between the entries of a register: `key-field-missing`, `slug-collision`,
/// `action-dropped` and `action-number-gap`.
void judge_register(const Register& joined, const Site& site, Diagnostics& diagnostics);

}  // namespace opsg::released
