#pragma once

#include <optional>
#include <string_view>

#include "date.h"
#include "diagnostic.h"
#include "front_matter.h"

namespace opsg::restricted {

struct DocumentStatus {
  bool draft = false;
  std::optional<UtcTime> embargo;
};

/// Reads `status`, `adopted` and `embargo`. A document of a meeting says whether it is final
/// (`status-missing`, `status-unknown`), and adopted minutes are no draft (`status-adopted`). A
/// page is final where it says nothing. What cannot be read counts as a draft.
DocumentStatus read_status(const FrontMatter& front_matter, bool is_page,
                           std::string_view time_zone, Diagnostics& diagnostics);

}  // namespace opsg::restricted
