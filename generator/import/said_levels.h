#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "banner.h"
#include "document_text.h"
#include "import_ledger.h"
#include "policy.h"

namespace opsg::importing {

/// Whether the text names a level of the policy that is more closed than `label`, or one of another
/// scheme: in capitals, or in a text so short that it can be about nothing else.
bool names_more_closed(std::string_view text, Level label, const Policy& policy);
/// The same in capitals only, as people have names like Amber.
bool marks_more_closed(std::string_view text, Level label, const Policy& policy);

/// What the document says of levels more closed than its banner's where the record does not show
/// it: in page headers and other text that is left out, in unresolved text, in markings inside its
/// text, beside its text, in its file's name. Each once, on one line.
std::vector<std::string> find_said_levels(const DocumentText& document, const Banner& banner,
                                          const Policy& policy, const ImportLedger& ledger);

/// The most open level that the banner may mean; the most open of all where it says nothing.
Level level_of(const Banner& banner);

}  // namespace opsg::importing
