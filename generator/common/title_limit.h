#pragma once

#include <string_view>

#include "diagnostic.h"

namespace opsg {

/// Titles are repeated in every list, feed and data file. Reports one that is longer than 1,000
/// bytes as `title-too-long`.
void check_title_length(std::string_view title, const SourceSpan& span, Diagnostics& diagnostics);

}  // namespace opsg
