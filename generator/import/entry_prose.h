#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import_ledger.h"
#include "record_block.h"
#include "site_config.h"

namespace opsg::importing {

/// Whether the paragraph ends as in "This is done. Status: Closed".
bool ends_in_state(std::string_view paragraph);

/// Takes "Status: Closed" off the end of an entry's paragraph, as a field. False where it is not
/// there.
bool take_state(std::string& paragraph, const released::RegisterDefinition& definition,
                std::vector<WrittenField>& fields, ImportLedger& ledger, TextPlace place);

/// Fields that an entry's prose states in passing, if it lacks them: the last RED, AMBER or GREEN
/// of a rating, and "a probability of 3" of a score.
void read_stated_fields(RecordBlock& entry, const std::string& prose,
                        const released::RegisterDefinition& definition, ImportLedger& ledger);

/// A field's value as records write it: dates in full.
std::string written_value(const released::FieldDefinition& field, const std::string& value);

}  // namespace opsg::importing
