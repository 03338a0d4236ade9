#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>

#include "record_block.h"
#include "site_config.h"
#include "vocabulary.h"

namespace opsg::importing {

/// Finds the verbs of the committee's decisions.
class DecisionVerbs {
 public:
  DecisionVerbs(const released::SiteConfig& config, const released::Vocabulary& vocabulary);

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

}  // namespace opsg::importing
