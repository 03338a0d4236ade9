#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banner.h"
#include "document_text.h"
#include "import_document.h"
#include "import_ledger.h"
#include "policy.h"

namespace opsg::importing {

/// What the document says of levels more closed than its banner's where the record does not show
/// it: in banners and page headers that are left out, in unresolved text, in markings inside its
/// text, alone on a line or in a cell, beside its text, in its file's name. On one line each, with
/// the level's name.
std::vector<std::string> find_said_levels(const DocumentText& document, const Banner& banner,
                                          const ImportRules& rules, const ImportLedger& ledger);

/// The level of a name that is spelt with other separators, or without what its scheme is called:
/// "Members-Only", "Amber" for "TLP:AMBER".
std::optional<Level> level_meant(std::string_view name, const Policy& policy);

/// The most open level that the banner may mean; the most open of all where it says nothing.
Level level_of(const Banner& banner);

}  // namespace opsg::importing
