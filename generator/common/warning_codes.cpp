#include "warning_codes.h"

#include <vector>

namespace opsg {

// diagnostics_doc_test holds this list to what the program reports.
std::span<const std::string> warning_codes() {
  static const std::vector<std::string> kCodes = {
      "action-dropped",
      "action-number-gap",
      "action-unread",
      "announced-not-held",
      "approval-outdated",
      "attachment-unlisted",
      "bullet-unread",
      "field-unread",
      "fields-in-title",
      "file-misplaced",
      "handling-unknown",
      "headlines-differ",
      "id-malformed",
      "import-alternative-text",
      "import-banner-differs",
      "import-banner-disagrees",
      "import-break-text",
      "import-characters",
      "import-code-differs",
      "import-comment",
      "import-damaged",
      "import-decisions",
      "import-draft",
      "import-embedded-file",
      "import-encoding",
      "import-fact-missing",
      "import-facts-differ",
      "import-field-missing",
      "import-hidden-text",
      "import-id-unread",
      "import-inferred",
      "import-kept",
      "import-link-lost",
      "import-marking",
      "import-moved",
      "import-owner-missing",
      "import-party-unknown",
      "import-picture",
      "import-properties",
      "import-said",
      "import-struck-text",
      "import-text-lost",
      "import-tracked-change",
      "import-unresolved",
      "import-unseen-text",
      "link-unverified",
      "name-not-a-person",
      "next-in-past",
      "owner-changed",
      "party-unknown",
      "raised-differs",
      "search-not-installed",
      "search-version",
      "target-changed",
      "target-in-title",
      "theme-unused-template",
      "title-changed",
  };
  return kCodes;
}

}  // namespace opsg
