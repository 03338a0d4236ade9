#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import_document.h"
#include "import_ledger.h"
#include "record_block.h"
#include "register_head.h"
#include "text_line.h"

namespace opsg::importing {

/// Reads the tables of registers, of cells or flattened to lines, with what is said of each entry
/// below its row. Page breaks may cut a table, and repeat its head.
class RegisterTable {
 public:
  RegisterTable(const ImportRules& rules, RecordBlocks& blocks, ImportLedger& ledger)
      : rules_(rules), blocks_(blocks), ledger_(ledger) {}

  /// The number of lines, from `at` on, that are a table's head, and are taken as such; or 0.
  std::size_t take_head(const TextLines& lines, std::size_t at);
  /// Takes a row of cells of the table that has begun.
  bool take_row(const TextLine& line);
  /// The number of lines that are a flattened row of the table that has begun, and are taken.
  std::size_t take_flat_row(const TextLines& lines, std::size_t at);

  bool begins_head(const TextLines& lines, std::size_t at) const;
  bool begins_flat_row(const TextLines& lines, std::size_t at) const;

  bool is_flat() const { return head_ && flat_; }
  /// Whether text that follows a flattened row belongs to its entry: until its state is given.
  bool takes_prose() const { return is_flat() && entry_open_; }
  /// Whether the last row of cells has said nothing of its entry's state.
  bool awaits_state() const;
  void add_prose(std::string text, TextPlace place);
  /// What follows is not about the last entry. A flattened table may still go on behind it.
  void close_entry();
  void end();

 private:
  std::optional<RegisterHead> read_head(const TextLines& lines, std::size_t at) const;
  bool begin_entry(const std::vector<std::string>& cells, TextPlace place);
  bool take_unread_row(const std::vector<std::string>& cells, TextPlace place);
  void add_entry(RecordBlock entry);
  void add_field(RecordBlock& entry, const released::FieldDefinition& field,
                 const std::string& value);
  void add_spanning_text(const std::string& text, TextPlace place);

  const ImportRules& rules_;
  RecordBlocks& blocks_;
  ImportLedger& ledger_;
  std::optional<RegisterHead> head_;
  std::vector<std::string> head_cells_;
  bool flat_ = false;
  bool goes_on_ = false;  ///< Behind the text below a row that was not understood.
  bool entry_open_ = false;
  std::optional<std::size_t> unread_;  ///< The index of the table of rows that name no entry.
  std::optional<std::size_t> entry_;   ///< The index of its block.
};

}  // namespace opsg::importing
