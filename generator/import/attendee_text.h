#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting_record.h"
#include "vocabulary.h"

namespace opsg::importing {

/// A line of an attendance list whose table was flattened: "TAG Person One (Part)". Either half may
/// be empty.
struct FlatAttendee {
  std::string organisation;
  std::string person;
};
/// Parts organisation and person by what words organisations' names are made of: those of
/// parties.toml, acronyms, and words such as "Suppliers". Nothing where the text is neither.
std::optional<FlatAttendee> read_flat_attendee(std::string_view text,
                                               const released::Vocabulary& vocabulary);

/// "Person One (Part) (agenda items 2 and 4)", "Person Two (Alternate for Person Three)" into name,
/// alternate_for, part, items and role.
Attendee read_person(std::string_view text);

/// "TABASC Chair": "TABASC", with "Chair" as the role.
std::string take_role(std::string& organisation);

}  // namespace opsg::importing
