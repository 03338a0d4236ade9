#pragma once

#include <string>
#include <vector>

#include "import_bundle.h"
#include "import_target.h"

namespace opsg::app {

/// What an import has done, or would do.
struct ImportOutcome {
  std::vector<ReadDocument> documents;
  std::vector<ImportBundle> bundles;
  std::vector<ImportTarget> targets;  ///< One for each bundle.
  std::size_t unread = 0;             ///< Files that could not be read.
  std::size_t findings = 0;           ///< Places that a person has to look at.
  bool written = false;               ///< False: a dry run, or nothing could be.
};

/// For people: every file, every document's words, and what comes next.
std::string import_text(const ImportOutcome& outcome);

/// The same for programs. `quote`: with the text that no rule understood.
std::string import_json(const ImportOutcome& outcome, bool quote);

}  // namespace opsg::app
