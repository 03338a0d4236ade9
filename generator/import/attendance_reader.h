#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "import_document.h"
#include "import_ledger.h"
#include "level_finder.h"
#include "meeting_record.h"
#include "text_line.h"

namespace opsg::importing {

/// Reads lists of attendees and apologies: rows of cells, or tables flattened to lines.
class AttendanceReader {
 public:
  AttendanceReader(const ImportRules& rules, MeetingRecord& meeting, ImportLedger& ledger)
      : rules_(rules), meeting_(meeting), ledger_(ledger), levels_(Level{}, rules) {}

  /// Takes a line of a list that has begun, or one that begins one. False for any other.
  bool take(const TextLine& line);
  /// Whether this is an organisation and a person, as in a list that a page's end has cut.
  bool is_stray(const TextLine& line) const;
  /// Takes such a line, found elsewhere, into the last list of attendees.
  void take_stray(const TextLine& line);
  /// After the last line.
  void finish();

 private:
  bool take_title(const TextLine& line);
  bool take_head(const TextLine& line);
  bool take_row(const TextLine& line);
  bool take_flat(const TextLine& line);
  void begin_organisation(const std::string& organisation, TextPlace place);
  void leave_organisation();
  void add(const std::string& person, TextPlace place);
  std::string category_of(std::string_view head) const;
  std::string known_category(const std::string& organisation) const;

  const ImportRules& rules_;
  MeetingRecord& meeting_;
  ImportLedger& ledger_;
  LevelFinder levels_;
  bool in_list_ = false;
  bool apologies_ = false;
  std::size_t organisation_column_ = 0;
  std::size_t name_column_ = 1;
  std::map<std::string, std::string> categories_;  ///< By organisation.
  std::string category_;
  std::string written_organisation_;  ///< As the document has it; empty once somebody stood for it.
  TextPlace organisation_place_;
  Attendee row_;  ///< What the next person has in common with the last one.
};

}  // namespace opsg::importing
