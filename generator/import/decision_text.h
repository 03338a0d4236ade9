#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>

#include "import_document.h"
#include "import_ledger.h"
#include "record_block.h"

namespace opsg::importing {

/// Finds the verbs of the committee's decisions.
class DecisionVerbs {
 public:
  explicit DecisionVerbs(const ImportRules& rules);

  /// Whether the paragraph begins with the committee and a verb in bold or capitals.
  bool begin(std::string_view text) const;
  /// "The OPSG:", alone or at a paragraph's end.
  bool introduced_by(std::string_view text) const;
  /// Whether a verb is in bold or capitals.
  bool marked_in(std::string_view text) const;

  /// Verbs in capitals become bold, where the committee is named or in a list's item.
  void embolden_capitals(RecordBlock& block) const;
  /// Verbs behind the committee's name become bold; "noted that ..." only tells what was said.
  /// False where there are none.
  bool embolden_subjects(std::string& text) const;

 private:
  RE2 begins_;
  RE2 introduces_;
  RE2 bold_;
  RE2 capitals_;
  RE2 subject_;
  RE2 names_;
};

/// Makes the verbs of decisions bold, as records want them: those in capitals, or, in a document
/// that has none and none in bold, those whose subject is the committee, which is reported.
void mark_decisions(RecordBlocks& blocks, const ImportRules& rules, ImportLedger& ledger);

}  // namespace opsg::importing
