#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inline_text.h"
#include "site_config.h"
#include "vocabulary.h"

namespace opsg::released {

struct FoundDecision {
  std::string verb;     ///< Lower case.
  std::string subject;  ///< The sentence or list item.
  std::string written;  ///< The verb as it stands in the text.
};

/// Finds the committee's decisions: bold verbs of site.toml in a sentence whose subject is the
/// committee, or at the start of a list item under "The OPSG:".
class DecisionFinder {
 public:
  DecisionFinder(const SiteConfig& config, const Vocabulary& vocabulary);

  std::vector<FoundDecision> in_sentences(const InlineText& paragraph) const;
  std::vector<FoundDecision> in_list_item(const InlineText& paragraph) const;

  /// Whether the paragraph ends in "The OPSG:", so that a list below it says what was decided.
  bool introduces_decisions(const InlineText& paragraph) const;

 private:
  std::vector<std::string_view> verbs_in(std::string_view bold) const;
  bool is_verb(std::string_view word) const;
  bool has_committee_as_subject(std::string_view before_verb) const;
  bool begins_with_committee(std::string_view sentence) const;
  bool ends_with_committee(std::string_view text) const;

  std::vector<std::string> verbs_;
  std::vector<std::string> committee_names_;
};

}  // namespace opsg::released
