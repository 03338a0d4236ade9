#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "import_document.h"
#include "import_ledger.h"
#include "record_block.h"

namespace opsg::importing {

/// A paragraph that raises an entry, in any spelling: "ACTION OPSG 41/02: ...", "ACTION: OPSG
/// 41/05:
/// ...", "**Action OPSG 41/06** - ...". Its target is read out of "by 4 February" at its end, and
/// an owner that parties.toml lacks is reported.
std::optional<RecordBlock> read_action(const std::string& text, TextPlace place,
                                       const ImportRules& rules, std::optional<Date> meeting_date,
                                       ImportLedger& ledger);

/// A paragraph that begins an entry's text: "LSC 1: The DCC has ...". The first sentence is its
/// title; `rest` is what follows.
struct EntryParagraph {
  RecordBlock entry;
  std::string rest;
};
std::optional<EntryParagraph> read_entry_paragraph(const std::string& text, TextPlace place,
                                                   const ImportRules& rules);

/// Whether the paragraph begins like one of these.
bool begins_entry_paragraph(std::string_view text, const ImportRules& rules);

}  // namespace opsg::importing
