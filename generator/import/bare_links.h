#pragma once

#include <string>

#include "import_ledger.h"
#include "record_block.h"

namespace opsg::importing {

/// The address that the text is, and nothing else; empty where it is none. Extracted pages end in
/// their links' addresses.
std::string read_bare_link(const std::string& text);

/// Links the last words of the blocks that the address's last part spells, as
/// ".../service-request-forecasting/" does. False where there are none.
bool link_words(RecordBlocks& blocks, const std::string& address);

}  // namespace opsg::importing
