#pragma once

#include <string>
#include <vector>

#include "decision_verbs.h"
#include "diagnostic.h"
#include "document_text.h"
#include "meeting_record.h"
#include "policy.h"
#include "site_config.h"
#include "vocabulary.h"
#include "word_account.h"

namespace opsg::importing {

/// What the site knows that helps to understand documents. Borrowed, and made once for all of them:
/// its patterns cost more than many a document.
struct ImportRules {
  const released::SiteConfig& config;
  const released::Vocabulary& vocabulary;
  const Policy& policy;
  DecisionVerbs decisions{config, vocabulary};
};

/// One document, understood as a record of a meeting.
struct ImportedDocument {
  MeetingRecord meeting;
  /// "headlines.md", "minutes.md": its name in the meeting's folder. Empty where nothing says
  /// which.
  std::string file_name;
  std::string markdown;                    ///< The finished file, its label left empty.
  std::vector<DroppedText> dropped;        ///< By place.
  std::vector<UnresolvedText> unresolved;  ///< By place.
  WordAccount account;                     ///< Of `markdown` and write_meeting(meeting).
  Diagnostics findings;  ///< Warnings: what a person has to look at, at its place in the document.
};

/// Reads any text. Whatever it cannot place goes into the record under a heading of its own.
ImportedDocument import_document(const DocumentText& document, const ImportRules& rules);

}  // namespace opsg::importing
