#pragma once

#include "site.h"

namespace opsg::released {

/// The state that the entry's word gives, or null: its first field of type `state`.
const Field* state_field(const Entry& entry);

/// The date that the field gives, or nothing: it may be missing, "TBC" or "N/A".
std::optional<Date> date_in(const Field* field);

/// Fills in `state`, `closed` and `closed_on` from the history. Without a word on it an entry is
/// open; a word without a state changes nothing.
void read_state(RegisterEntry& entry, const RegisterDefinition& definition, const Site& site);

/// Fills in `raised`, `targets`, `age_days`, `days_overdue` and `slippage_days`; the state must be
/// known.
///
/// `Target` gives the last target and `Revised` the new one, as action logs do; "N/A" gives none.
/// A `Target` that no record gave before is a new target as well. An entry is overdue while it is
/// open and its present target is a date before the site's `as_of`. Slippage counts from the first
/// target that is a date to the day of closing, or to the last target that is a date.
void read_dates(RegisterEntry& entry, const Site& site);

}  // namespace opsg::released
