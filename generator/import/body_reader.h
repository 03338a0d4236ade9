#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "agenda_numbers.h"
#include "attendance_reader.h"
#include "import_document.h"
#include "import_ledger.h"
#include "meeting_record.h"
#include "record_block.h"
#include "register_table.h"
#include "text_line.h"
#include "wrapping.h"

namespace opsg::importing {

/// Reads the text of a document below its heading into the blocks of a record.
class BodyReader {
 public:
  BodyReader(const TextLines& lines, const LineFlow& flow, const ImportRules& rules,
             MeetingRecord& meeting, AttendanceReader& attendance, ImportLedger& ledger);

  /// All blocks of the record, those of the introduction first.
  RecordBlocks read(RecordBlocks introduction);

 private:
  void read_line();
  bool take_item();
  bool take_table();
  bool take_bare_link();
  bool take_stray();
  bool take_break_text();
  bool take_bullet();
  void take_other_table();
  void take_paragraph();
  void add_paragraph(const std::string& text, TextPlace place);
  RecordBlock& add(RecordBlock::Kind kind, std::string text, TextPlace place);

  bool is_about_last_row(const std::string& text) const;
  bool ends_table(const std::string& text) const;
  std::string gather(std::string text);
  bool begins_structure(std::size_t at) const;
  bool stands_at_break(std::size_t at) const;

  const TextLines& lines_;
  const LineFlow& flow_;
  const ImportRules& rules_;
  MeetingRecord& meeting_;
  AttendanceReader& attendance_;
  ImportLedger& ledger_;
  RecordBlocks blocks_;
  AgendaNumbers numbers_;
  RegisterTable table_;
  std::size_t at_ = 0;
  bool in_entry_ = false;  ///< Text belongs to an entry that a paragraph began.
  std::set<std::string> links_;
  std::vector<std::pair<std::string, TextPlace>> unplaced_links_;  ///< Their words may follow.
};

}  // namespace opsg::importing
