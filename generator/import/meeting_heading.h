#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "import_document.h"
#include "import_ledger.h"
#include "level_finder.h"
#include "meeting_record.h"
#include "text_line.h"

namespace opsg::importing {

/// What the lines above a document's text say: which meeting it was, when and where, and what kind
/// of document this is.
class MeetingHeading {
 public:
  MeetingHeading(const ImportRules& rules, MeetingRecord& meeting, ImportLedger& ledger);

  /// Takes a line that states facts and nothing else. False for any other.
  bool take(const TextLine& line);
  /// Takes a short line as the meeting's place, if its date is known and its place is not. A date
  /// and times in it are those of the meeting.
  bool take_place(const TextLine& line);

  const std::string& document_kind() const { return kind_; }  ///< "minutes"; empty: not said.
  const std::string& status() const { return status_; }  ///< "draft", "final"; empty: not said.

 private:
  struct Facts;
  struct DatedPlace;
  Facts find_facts(const std::string& text) const;
  std::string find_code(std::string& text) const;
  bool is_title_word(const std::string& word) const;
  bool is_title(std::string_view text) const;
  std::optional<DatedPlace> find_dated_place(const std::string& text) const;
  bool can_be_place(const std::string& text) const;
  bool take_dated_place(const TextLine& line, const std::string& text);
  void keep(const Facts& facts, TextPlace place);
  void keep_code(const Facts& facts, TextPlace place);

  const ImportRules& rules_;
  MeetingRecord& meeting_;
  ImportLedger& ledger_;
  LevelFinder levels_;
  std::vector<std::string> title_words_;
  std::string kind_;
  std::string status_;
};

}  // namespace opsg::importing
