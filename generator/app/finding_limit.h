#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagnostic.h"

namespace opsg::app {

/// Which of many findings are printed: as many as a person may read.
struct FindingSelection {
  std::vector<const Diagnostic*> printed;  ///< In the order of the findings; borrowed.
  std::size_t errors_left_out = 0;
  std::size_t warnings_left_out = 0;
};

/// The first `most` findings, errors before warnings.
FindingSelection select_findings(const Diagnostics& findings, std::size_t most);

/// "... and 3 more errors and 12 more warnings: --all prints them"; empty where none is left out.
std::string remainder_line(const FindingSelection& selection);

}  // namespace opsg::app
