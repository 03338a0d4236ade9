#include "warning_codes.h"

#include <vector>

namespace opsg {

// diagnostics_doc_test holds this list to what the program reports.
std::span<const std::string> warning_codes() {
  static const std::vector<std::string> kCodes = {
      "action-dropped",        "action-number-gap", "attachment-unlisted",
      "file-misplaced",        "handling-unknown",  "id-malformed",
      "import-characters",     "import-comment",    "import-damaged",
      "import-encoding",       "import-extension",  "import-hidden-text",
      "import-picture",        "import-properties", "import-tracked-change",
      "link-unverified",       "name-not-a-person", "next-in-past",
      "owner-changed",         "party-unknown",     "raised-differs",
      "search-not-installed",  "search-version",    "target-changed",
      "theme-unused-template", "title-changed",
  };
  return kCodes;
}

}  // namespace opsg
